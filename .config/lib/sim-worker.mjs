/** One of the simulator's workers: runs its part of the seeds, and tells of each failing run and what it added up. */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { at } from "./paths.mjs";

const { failureLine, prepareGround, simulateMany } = createRequire(import.meta.url)(at(".local", "sim", "sim.cjs"));
const failed = (outcome) => parentPort.postMessage({ failed: outcome.seed, line: failureLine(outcome) });
parentPort.postMessage({ summary: await simulateMany({ ground: await prepareGround(), seeds: workerData.seeds, failed }) });
