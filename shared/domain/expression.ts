import { type Decimal, decimalOfText } from "./decimal.ts";

/** An expression over KPIs, as a tree. It computes and does nothing else. */
export type Expression =
  | { readonly kind: "number"; readonly value: Decimal }
  | { readonly kind: "kpi"; readonly code: string }
  | { readonly kind: "negative"; readonly of: Expression }
  | {
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: "min" | "max" | "sum"; readonly of: readonly Expression[] };

export const EXPRESSION_FAULTS = [
  "empty",
  "too-long",
  "too-deep",
  "unknown-sign",
  "unknown-word",
  "value-expected",
  "bracket-expected",
  "end-expected",
] as const;
export type ExpressionFault = (typeof EXPRESSION_FAULTS)[number];

/** The tree of a text, or what is wrong with it and where: `at` counts characters from 0. */
export type ParsedExpression =
  | { readonly kind: "parsed"; readonly expression: Expression }
  | { readonly kind: "fault"; readonly fault: ExpressionFault; readonly at: number };

const LONGEST = 2_000;
const DEEPEST = 50;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|\[([A-Za-z0-9][A-Za-z0-9._-]{0,63})\]|(min|max|sum)\b|([-+*/(),]))/y;

type Token = { readonly kind: "number" | "kpi" | "word" | "sign"; readonly text: string; readonly at: number };
type Parsed = { readonly expression: Expression; readonly next: number } | Fault;
type Fault = { readonly fault: ExpressionFault; readonly at: number };

/**
 * Parses the language of derived KPIs: + - * / with the usual precedence, brackets, min, max and sum of one or more
 * values, plain numbers, and KPI codes in square brackets.
 */
export function parseExpression(text: string): ParsedExpression {
  if (text.trim() === "") return { kind: "fault", fault: "empty", at: 0 };
  if (text.length > LONGEST) return { kind: "fault", fault: "too-long", at: LONGEST };
  const tokens = tokensOf(text);
  if ("fault" in tokens) return { kind: "fault", ...tokens };
  const parser: Parser = { tokens, end: text.length };
  const parsed = parseSum(parser, 0, 0);
  if ("fault" in parsed) return { kind: "fault", ...parsed };
  const rest = tokens[parsed.next];
  if (rest !== undefined) return { kind: "fault", fault: "end-expected", at: rest.at };
  return { kind: "parsed", expression: parsed.expression };
}

/** The KPI codes that an expression names, each once, in order of appearance. */
export function codesOf(expression: Expression): string[] {
  const codes = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === "kpi") codes.add(node.code);
    else if (node.kind === "negative") visit(node.of);
    else if (node.kind === "call") node.of.forEach(visit);
    else if (node.kind === "operation") {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(expression);
  return [...codes];
}

type Parser = { readonly tokens: readonly Token[]; readonly end: number };

function tokensOf(text: string): Token[] | Fault {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const length = text.trimEnd().length;
  while (TOKEN.lastIndex < length) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) return unreadable(text, start);
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf(found: RegExpExecArray): Token {
  const [whole, number, code, word, sign = ""] = found;
  const at = found.index + whole.length - whole.trimStart().length;
  if (number !== undefined) return { kind: "number", text: number, at };
  if (code !== undefined) return { kind: "kpi", text: code, at };
  return word === undefined ? { kind: "sign", text: sign, at } : { kind: "word", text: word, at };
}

function unreadable(text: string, start: number): Fault {
  const at = start + text.slice(start).search(/\S/);
  return { fault: /[A-Za-z]/.test(text[at] ?? "") ? "unknown-word" : "unknown-sign", at };
}

function parseSum(parser: Parser, start: number, depth: number): Parsed {
  return parseChain(parser, { start, depth, signs: ["+", "-"], part: parseProduct });
}

function parseProduct(parser: Parser, start: number, depth: number): Parsed {
  return parseChain(parser, { start, depth, signs: ["*", "/"], part: parseSigned });
}

type Chain = {
  readonly start: number;
  readonly depth: number;
  readonly signs: readonly ("+" | "-" | "*" | "/")[];
  readonly part: (parser: Parser, start: number, depth: number) => Parsed;
};

/** Operations of one precedence, from left to right. */
function parseChain(parser: Parser, { start, depth, signs, part }: Chain): Parsed {
  let left = part(parser, start, depth);
  while (!("fault" in left)) {
    const operator = signs.find((sign) => isSign(parser, "next" in left ? left.next : start, sign));
    if (operator === undefined) return left;
    const right = part(parser, left.next + 1, depth);
    if ("fault" in right) return right;
    left = {
      expression: { kind: "operation", operator, left: left.expression, right: right.expression },
      next: right.next,
    };
  }
  return left;
}

function parseSigned(parser: Parser, start: number, depth: number): Parsed {
  if (depth > DEEPEST) return { fault: "too-deep", at: parser.tokens[start]?.at ?? parser.end };
  if (!isSign(parser, start, "-")) return parseValue(parser, start, depth);
  const parsed = parseSigned(parser, start + 1, depth + 1);
  return "fault" in parsed ? parsed : { ...parsed, expression: { kind: "negative", of: parsed.expression } };
}

function parseValue(parser: Parser, start: number, depth: number): Parsed {
  const token = parser.tokens[start];
  if (token?.kind === "kpi") return { expression: { kind: "kpi", code: token.text }, next: start + 1 };
  if (token?.kind === "word") return parseCall(parser, start, depth);
  if (token?.kind === "number") {
    const value = decimalOfText(token.text);
    if (value !== null) return { expression: { kind: "number", value }, next: start + 1 };
  }
  if (!isSign(parser, start, "(")) return { fault: "value-expected", at: token?.at ?? parser.end };
  const inner = parseSum(parser, start + 1, depth + 1);
  if ("fault" in inner) return inner;
  return isSign(parser, inner.next, ")") ? { ...inner, next: inner.next + 1 } : bracketExpected(parser, inner.next);
}

function parseCall(parser: Parser, start: number, depth: number): Parsed {
  const name = parser.tokens[start]?.text;
  if (name !== "min" && name !== "max" && name !== "sum") return { fault: "unknown-word", at: parser.end };
  if (!isSign(parser, start + 1, "(")) return bracketExpected(parser, start + 1);
  const of: Expression[] = [];
  let at = start + 1;
  do {
    const value = parseSum(parser, at + 1, depth + 1);
    if ("fault" in value) return value;
    of.push(value.expression);
    at = value.next;
  } while (isSign(parser, at, ","));
  return isSign(parser, at, ")")
    ? { expression: { kind: "call", name, of }, next: at + 1 }
    : bracketExpected(parser, at);
}

function isSign(parser: Parser, at: number, sign: string): boolean {
  const token = parser.tokens[at];
  return token?.kind === "sign" && token.text === sign;
}

function bracketExpected(parser: Parser, at: number): Fault {
  return { fault: "bracket-expected", at: parser.tokens[at]?.at ?? parser.end };
}
