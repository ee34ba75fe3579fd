import { refuse, type Outcome } from "../engine/wire";

export type Comparison = "eq" | "ne" | "lt" | "gt" | "le" | "ge" | "startswith";
export type Literal = string | number | boolean;

export interface Clause {
  readonly field: string;
  readonly comparison: Comparison;
  readonly literal: Literal;
}

interface Token {
  readonly kind: "word" | "text" | "number" | "mark";
  readonly value: string;
}

/** Reads clauses joined by one word: `fields/Status eq 'Open' and startswith(fields/Title,'A')`. */
export function readFilter(text: string, joinedBy: "and" | "or"): Outcome<readonly Clause[]> {
  const tokens = tokenise(text);
  const reader = tokens === undefined ? undefined : new ClauseReader(tokens);
  const clauses = reader?.readAll(joinedBy);
  return clauses === undefined ? refuse(400, "BadRequest", "Invalid filter clause") : { ok: true, value: clauses };
}

function tokenise(text: string): readonly Token[] | undefined {
  const pattern = /\s*(?:('(?:[^']|'')*')|(\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_][\w/]*)|([(),]))/y;
  const tokens: Token[] = [];
  const trimmed = text.trimEnd();
  while (pattern.lastIndex < trimmed.length) {
    const match = pattern.exec(trimmed);
    if (match === null) return undefined;
    const [, quoted, date, number, word, mark] = match;
    if (quoted !== undefined) tokens.push({ kind: "text", value: quoted.slice(1, -1).replace(/''/g, "'") });
    else if (date !== undefined) tokens.push({ kind: "text", value: date });
    else if (number !== undefined) tokens.push({ kind: "number", value: number });
    else if (word !== undefined) tokens.push({ kind: "word", value: word });
    else tokens.push({ kind: "mark", value: mark ?? "" });
  }
  return tokens;
}

const operators: readonly string[] = ["eq", "ne", "lt", "gt", "le", "ge"];

function isOperator(word: string): word is Comparison {
  return operators.includes(word);
}

class ClauseReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  readAll(joinedBy: "and" | "or"): readonly Clause[] | undefined {
    const clauses: Clause[] = [];
    do {
      const clause = this.readClause();
      if (clause === undefined) return undefined;
      clauses.push(clause);
    } while (this.take("word", joinedBy) !== undefined);
    return this.at === this.tokens.length ? clauses : undefined;
  }

  private readClause(): Clause | undefined {
    if (this.take("mark", "(") !== undefined) {
      const inner = this.readClause();
      return this.take("mark", ")") === undefined ? undefined : inner;
    }
    const word = this.take("word");
    if (word === undefined) return undefined;
    if (word === "startswith") return this.readStartsWith();
    const operator = this.take("word");
    const literal = this.readLiteral();
    if (operator === undefined || !isOperator(operator) || literal === undefined) return undefined;
    return { field: word, comparison: operator, literal };
  }

  private readStartsWith(): Clause | undefined {
    const opened = this.take("mark", "(");
    const field = this.take("word");
    const comma = this.take("mark", ",");
    const literal = this.take("text");
    const closed = this.take("mark", ")");
    if ([opened, field, comma, literal, closed].includes(undefined) || field === undefined || literal === undefined) return undefined;
    return { field, comparison: "startswith", literal };
  }

  private readLiteral(): Literal | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === "mark") return undefined;
    this.at += 1;
    if (token.kind === "text") return token.value;
    if (token.kind === "number") return Number(token.value);
    return token.value === "true" ? true : token.value === "false" ? false : undefined;
  }

  private take(kind: Token["kind"], value?: string): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || (value !== undefined && token.value !== value)) return undefined;
    this.at += 1;
    return token.value;
  }
}

/** Compares as SharePoint does: text without regard to case. */
export function satisfies(clause: Clause, value: string | number | boolean | undefined): boolean {
  const { comparison, literal } = clause;
  if (value === undefined) return comparison === "ne";
  const one = typeof value === "string" ? value.toLowerCase() : value;
  const other = typeof literal === "string" ? literal.toLowerCase() : literal;
  switch (comparison) {
    case "eq":
      return one === other;
    case "ne":
      return one !== other;
    case "lt":
      return one < other;
    case "gt":
      return one > other;
    case "le":
      return one <= other;
    case "ge":
      return one >= other;
    case "startswith":
      return String(one).startsWith(String(other));
  }
}
