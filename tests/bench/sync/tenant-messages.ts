/** What the bench says to the thread that runs the demo tenant, and what it hears. Sizes are rows and bytes; units are SharePoint's. */
export type TenantOrder =
  | { readonly kind: "build"; readonly lists: number; readonly rows: number; readonly unitsPerMinute: number }
  /** Back to how it was built. */
  | { readonly kind: "reset" }
  /** Somebody else changes this many rows of every list. */
  | { readonly kind: "change"; readonly rowsOfEachList: number }
  /** The service refuses everything, or every part of a batch, until this moment, and says so in this form. */
  | { readonly kind: "refuse"; readonly until: number; readonly form: "seconds" | "date"; readonly where: "requests" | "parts" }
  | { readonly kind: "usage" }
  | {
      readonly kind: "request";
      readonly nowMs: number;
      readonly method: string;
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | undefined;
    };

export interface BuiltTenant {
  readonly site: string;
  readonly token: string;
  readonly lists: readonly { readonly register: string; readonly id: string }[];
}

export interface AnsweredRequest {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  /** List items read or written. */
  readonly rows: number;
  /** Refused, or with a refused part: when that order to wait ends. */
  readonly refusedUntilMs: number | undefined;
}

export interface TenantUsage {
  readonly requests: number;
  readonly units: number;
  readonly throttled: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

export type TenantReply = BuiltTenant | AnsweredRequest | TenantUsage | undefined;
