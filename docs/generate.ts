import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import component from "../src";
import { actionGroups } from "../src/actions";
import { endpointOf } from "../src/actions/route";
import { reference } from "./reference";

const PAGE = path.join(__dirname, "reference.md");

/** The reference as it should be, made from the component. */
export function generated(): string {
  const groups = actionGroups.map(({ title, actions }) => ({
    title,
    endpoints: Object.fromEntries(
      Object.entries(actions).map(([key, { route }]) => [key, route && endpointOf(route)]),
    ),
  }));
  return reference(component, groups);
}

/** The reference as it is; empty when there is none. */
export function committed(): string {
  try {
    return readFileSync(PAGE, "utf8");
  } catch {
    return "";
  }
}

function main(flags: readonly string[]): void {
  if (!flags.includes("--check")) {
    writeFileSync(PAGE, generated());
  } else if (committed() !== generated()) {
    process.stderr.write(
      "docs/reference.md does not fit the component any more. Run npm run docs and commit the result.\n",
    );
    process.exitCode = 1;
  }
}

if (require.main === module) {
  main(process.argv.slice(2));
}
