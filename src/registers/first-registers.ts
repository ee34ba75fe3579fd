import { actions } from "./definitions/actions";
import { decisions } from "./definitions/decisions";
import { issues } from "./definitions/issues";
import { projects } from "./definitions/projects";
import { risks } from "./definitions/risks";
import type { Register } from "./language/register";

/** The registers of the first page, in the order people meet them: they come with it. */
export const firstRegisters: readonly Register[] = [projects, risks, issues, actions, decisions];
