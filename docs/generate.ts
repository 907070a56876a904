import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import component from "../src";
import { actionGroups } from "../src/actions";
import { endpointOf } from "../src/actions/route";
import { actionTable } from "./actionTable";
import { withMade } from "./made";
import { reference } from "./reference";
import { toolPage, toolsetTable } from "./tools";

/** A page that is made from the component or the MCP server, wholly or in part. */
export interface Page {
  /** Its place in the repository. */
  readonly name: string;
  /** As it is; empty if it does not exist. */
  committed(): string;
  /** As it should be. */
  generated(): string;
}

/** The reference of everything. */
export const referencePage = page("docs/reference.md", () => {
  const groups = actionGroups.map(({ title, actions }) => ({
    title,
    actions: Object.fromEntries(
      Object.entries(actions).map(([key, { route, careful = false }]) => [
        key,
        { endpoint: route && endpointOf(route), careful },
      ]),
    ),
  }));
  return reference(component, groups);
});

/** The pages that are made. */
export const PAGES: readonly Page[] = [
  referencePage,
  page("README.md", (committed) =>
    withMade(committed, actionTable(component.triggers, actionGroups)),
  ),
  page("docs/mcp.md", (committed) => withMade(committed, toolsetTable())),
  page("docs/mcp-tools.md", toolPage),
];

function page(name: string, make: (committed: string) => string): Page {
  const committed = () => {
    try {
      return readFileSync(placeOf(name), "utf8");
    } catch {
      return "";
    }
  };
  return { name, committed, generated: () => make(committed()) };
}

function placeOf(name: string): string {
  return path.join(__dirname, "..", name);
}

function main(flags: readonly string[]): void {
  for (const { name, committed, generated } of PAGES) {
    if (!flags.includes("--check")) {
      writeFileSync(placeOf(name), generated());
    } else if (committed() !== generated()) {
      process.stderr.write(
        `${name} does not fit the component any more. Run npm run docs and commit the result.\n`,
      );
      process.exitCode = 1;
    }
  }
}

if (require.main === module) {
  main(process.argv.slice(2));
}
