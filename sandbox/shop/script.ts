import { type CallExpression, type Literal, type Node, type Program, parse } from "acorn";

/**
 * Rules and filters are written in a small part of JavaScript.
 *
 * @throws SyntaxError
 */
export function programOf(code: string): Program {
  return parse(code, { ecmaVersion: 5, sourceType: "script", locations: true });
}

/** The nodes of a program as plain objects, with `loc` and without the parser's own offsets. */
export function plainAst(program: Program): object {
  return JSON.parse(
    JSON.stringify(program, (key, value) => (isOffset(key, value) ? undefined : value)),
  );
}

/** `ticket.assignee_user.id` of the node that says so. */
export function pathOf(node: Node | undefined): string {
  if (isType(node, "Identifier")) return String(node.name);
  if (!isType(node, "MemberExpression") || node.computed === true) return "";
  const { object, property } = node;
  return isNode(object) && isNode(property) ? `${pathOf(object)}.${pathOf(property)}` : "";
}

/** The calls within a node, however deep. */
export function callsIn(node: unknown): CallExpression[] {
  return nodesIn(node).flatMap((one) => (isCall(one) ? one : []));
}

/** The texts and numbers within a node, however deep. */
export function literalsIn(node: unknown): (string | number)[] {
  return nodesIn(node).flatMap((one) => {
    const value = isLiteral(one) ? one.value : undefined;
    return typeof value === "string" || typeof value === "number" ? value : [];
  });
}

function nodesIn(node: unknown): Node[] {
  if (typeof node !== "object" || node === null) return [];
  const within = Object.values(node).flatMap(nodesIn);
  return isNode(node) ? [node, ...within] : within;
}

function isNode(value: unknown): value is Node & Record<string, unknown> {
  return typeof value === "object" && value !== null && "type" in value && "loc" in value;
}

function isType(node: Node | undefined, type: string): node is Node & Record<string, unknown> {
  return node?.type === type;
}

function isCall(node: Node): node is CallExpression {
  return node.type === "CallExpression";
}

function isLiteral(node: Node): node is Literal {
  return node.type === "Literal";
}

/** `loc` has a `start` and an `end` too, which are objects. */
function isOffset(key: string, value: unknown): boolean {
  return (key === "start" || key === "end") && typeof value === "number";
}
