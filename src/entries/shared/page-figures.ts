import type { Graph } from "../../graph";
import { systemClock } from "../../hosts";
import type { DiagnosticsService } from "../../parts";
import application from "../../../package.json";

export interface PageFiguresParts {
  readonly graph: Pick<Graph, "usage" | "gate">;
  readonly tenantId: string;
}

/** What this page has asked for since now. */
export function pageFigures({ graph, tenantId }: PageFiguresParts): DiagnosticsService {
  const openedAtMs = systemClock.nowMs();
  return {
    figures: () => {
      const { unitsAllowedPerMinute, ...usage } = graph.usage;
      return {
        ...usage,
        ...(unitsAllowedPerMinute === undefined ? {} : { unitsAllowedPerMinute }),
        longestWaitMs: graph.gate.longestWaitMs,
        openedAtMs,
        version: application.version,
        tenantId,
      };
    },
  };
}
