import { parseAddress, type Address } from "./rectangle";
import { isErrorValue, type CellValue } from "./typed-value";

/** Where a formula gets its operands. */
export interface FormulaScope {
  /** Values of an address, row by row; undefined when there is no such sheet. */
  valuesAt(address: Address): readonly (readonly CellValue[])[] | undefined;
}

/**
 * Works out a formula with numbers, texts, cell and range addresses, + - * / ^ & %, comparisons and the functions
 * SUM, AVERAGE, MIN, MAX, COUNT, ROUND, ABS and IF. Anything else answers "#NAME?", which is also what
 * Excel shows for text that was taken for a formula.
 */
export function calculate(formula: string, scope: FormulaScope): CellValue {
  const tokens = tokenise(formula.slice(1));
  if (tokens === undefined) return "#NAME?";
  const reader = new FormulaReader(tokens, scope);
  try {
    const value = single(reader.comparison());
    return reader.isAtEnd ? value : "#NAME?";
  } catch (stop) {
    if (stop instanceof FormulaStop) return stop.errorValue;
    throw stop;
  }
}

type Operand = CellValue | readonly (readonly CellValue[])[];
interface Token {
  readonly kind: "number" | "text" | "name" | "sign";
  readonly text: string;
}

/** Ends a calculation with one of Excel's error values; never leaves `calculate`. */
class FormulaStop extends Error {
  constructor(readonly errorValue: string) {
    super(errorValue);
  }
}

const tokenPattern =
  /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\d_.]*!)?\$?[\p{L}_][\p{L}\d_.$]*(?::\$?[A-Za-z]{1,3}\$?\d+)?)|(<=|>=|<>|[-+*/^&%()<>=,]))/uy;

function tokenise(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (!match) return undefined;
    const [, number, quoted, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (quoted !== undefined) tokens.push({ kind: "text", text: quoted.replaceAll('""', '"') });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

class FormulaReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly scope: FormulaScope,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(): Operand {
    const left = this.joined();
    const sign = this.takeSign("=", "<>", "<=", ">=", "<", ">");
    if (sign === undefined) return left;
    const [one, other] = [single(left), single(this.joined())];
    if (sign === "=") return one === other;
    if (sign === "<>") return one !== other;
    if (sign === "<") return one < other;
    if (sign === ">") return one > other;
    return sign === "<=" ? one <= other : one >= other;
  }

  private joined(): Operand {
    let left = this.sum();
    while (this.takeSign("&") !== undefined) left = String(single(left)) + String(single(this.sum()));
    return left;
  }

  private sum(): Operand {
    let left = this.product();
    for (let sign = this.takeSign("+", "-"); sign !== undefined; sign = this.takeSign("+", "-")) {
      const right = number(this.product());
      left = sign === "+" ? number(left) + right : number(left) - right;
    }
    return left;
  }

  private product(): Operand {
    let left = this.power();
    for (let sign = this.takeSign("*", "/"); sign !== undefined; sign = this.takeSign("*", "/")) {
      const right = number(this.power());
      if (sign === "/" && right === 0) throw new FormulaStop("#DIV/0!");
      left = sign === "*" ? number(left) * right : number(left) / right;
    }
    return left;
  }

  private power(): Operand {
    let left = this.unary();
    while (this.takeSign("^") !== undefined) left = number(left) ** number(this.unary());
    return left;
  }

  private unary(): Operand {
    if (this.takeSign("-") !== undefined) return -number(this.unary());
    if (this.takeSign("+") !== undefined) return this.unary();
    let value = this.primary();
    while (this.takeSign("%") !== undefined) value = number(value) / 100;
    return value;
  }

  private primary(): Operand {
    const token = this.tokens[this.at];
    if (token === undefined) throw new FormulaStop("#NAME?");
    this.at += 1;
    if (token.kind === "number") return Number(token.text);
    if (token.kind === "text") return token.text;
    if (token.kind === "sign") {
      if (token.text !== "(") throw new FormulaStop("#NAME?");
      const value = this.comparison();
      this.expect(")");
      return value;
    }
    return this.takeSign("(") === undefined ? this.named(token.text) : callFunction(token.text.toUpperCase(), this.callArguments());
  }

  private named(text: string): Operand {
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
    const address = parseAddress(text);
    if (address === undefined || !/\d/.test(text)) throw new FormulaStop("#NAME?");
    const values = this.scope.valuesAt(address);
    if (values === undefined) throw new FormulaStop("#REF!");
    return values;
  }

  private callArguments(): readonly Operand[] {
    const found: Operand[] = [];
    if (this.takeSign(")") !== undefined) return found;
    do found.push(this.comparison());
    while (this.takeSign(",") !== undefined);
    this.expect(")");
    return found;
  }

  private expect(sign: string): void {
    if (this.takeSign(sign) === undefined) throw new FormulaStop("#NAME?");
  }

  private takeSign(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }
}

function single(operand: Operand): CellValue {
  const value = typeof operand === "object" ? (operand[0]?.[0] ?? "") : operand;
  if (isErrorValue(value)) throw new FormulaStop(String(value));
  return value;
}

function number(operand: Operand): number {
  const value = single(operand);
  if (value === "") return 0;
  const found = Number(value);
  if (Number.isNaN(found)) throw new FormulaStop("#VALUE!");
  return found;
}

function numbersIn(operands: readonly Operand[]): readonly number[] {
  const values = operands.flatMap((operand) => (typeof operand === "object" ? operand.flat() : [operand]));
  const error = values.find(isErrorValue);
  if (error !== undefined) throw new FormulaStop(String(error));
  return values.filter((value) => typeof value === "number");
}

function callFunction(name: string, operands: readonly Operand[]): CellValue {
  const sum = (): number => numbersIn(operands).reduce((total, value) => total + value, 0);
  const [first = "", second = "", third = ""] = operands;
  switch (name) {
    case "SUM":
      return sum();
    case "COUNT":
      return numbersIn(operands).length;
    case "AVERAGE":
      if (numbersIn(operands).length === 0) throw new FormulaStop("#DIV/0!");
      return sum() / numbersIn(operands).length;
    case "MIN":
      return Math.min(...numbersIn(operands), ...(numbersIn(operands).length === 0 ? [0] : []));
    case "MAX":
      return Math.max(...numbersIn(operands), ...(numbersIn(operands).length === 0 ? [0] : []));
    case "ABS":
      return Math.abs(number(first));
    case "ROUND":
      return Number(`${String(Math.round(Number(`${String(number(first))}e${String(number(second))}`)))}e${String(-number(second))}`);
    case "IF":
      return single(single(first) === true || number(first) !== 0 ? second : third);
    default:
      throw new FormulaStop("#NAME?");
  }
}
