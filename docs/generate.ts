import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import component from "../src";
import { reference } from "./reference";

const ACTIONS = path.join(__dirname, "..", "src", "actions");
const PAGE = path.join(__dirname, "reference.md");

/** The reference as it should be, made from the component. */
export function generated(): string {
  return reference(component, groupsByAction());
}

/** The reference as it is; empty when there is none. */
export function committed(): string {
  try {
    return readFileSync(PAGE, "utf8");
  } catch {
    return "";
  }
}

/** Actions are grouped by the folder of their module: `src/actions/<group>/<key>.ts`. */
function groupsByAction(): (key: string) => string {
  const groups = new Map(
    readdirSync(ACTIONS, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) =>
        readdirSync(path.join(ACTIONS, name)).map((file) => [path.parse(file).name, name] as const),
      ),
  );
  return (key) => {
    const group = groups.get(key);
    if (group === undefined) {
      throw new Error(
        `There is no module src/actions/<group>/${key}.ts to tell the group of ${key}.`,
      );
    }
    return group.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  };
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
