import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { MADE_OF } from "../../../workbench/build";

const ROOT = path.join(__dirname, "..", "..", "..");

/** What a file imports of this project. */
interface Imports {
  /** All of it. Types count: they tie files together as well. */
  readonly all: readonly string[];
  /** What is still there once it is built. */
  readonly built: readonly string[];
}

const IMPORTS: ReadonlyMap<string, Imports> = new Map(
  ["workbench", "src", "cli", "sandbox"]
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("node_modules"))
    .map((file) => [file, importsOf(file)]),
);

function importsOf(file: string): Imports {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const found = [
    ...text.matchAll(
      /(?:(?:import|export)(?<type> type)?\s[^;"]*?from|import|import\(|require\()\s*"(?<to>\.[^"]*)"/g,
    ),
  ].flatMap(({ groups }) => {
    const whole = path.join(path.dirname(file), groups?.to ?? "");
    const to = [whole, `${whole}.ts`, `${whole}.tsx`, path.join(whole, "index.ts")].find(
      (one) => path.extname(one) !== "" && existsSync(path.join(ROOT, one)),
    );
    return to ? { to, isType: groups?.type !== undefined } : [];
  });
  return {
    all: found.map(({ to }) => to),
    built: found.filter(({ isType }) => !isType).map(({ to }) => to),
  };
}

const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`);

const filesIn = (folder: string) => [...IMPORTS.keys()].filter(isIn(folder));

/** The first way from a file back to itself, past the files that are known to be on none. */
function circleAt(
  file: string,
  clear: Set<string>,
  way: readonly string[] = [],
): readonly string[] | undefined {
  if (way.includes(file)) {
    return [...way.slice(way.indexOf(file)), file];
  }
  for (const next of clear.has(file) ? [] : (IMPORTS.get(file)?.all ?? [])) {
    const circle = circleAt(next, clear, [...way, file]);
    if (circle) {
      return circle;
    }
  }
  clear.add(file);
  return undefined;
}

/** All that is built with files: they, what they import, and so on. */
function builtWith(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) {
    for (const next of IMPORTS.get(file)?.built ?? []) {
      reached.add(next);
    }
  }
  return reached;
}

describe("the imports of the workbench", () => {
  it("are read, those of types too", () => {
    expect(IMPORTS.get("workbench/server/runs.ts")?.all).toContain("workbench/server/run.ts");
    expect(IMPORTS.get("workbench/server/run.ts")?.built).toContain("cli/run.ts");
    expect(IMPORTS.get("workbench/server/runs.ts")?.built).not.toContain(
      "workbench/server/accounts.ts",
    );
    expect(IMPORTS.get("workbench/page/main.tsx")?.built).toContain("workbench/page/App.tsx");
  });

  it.each(["workbench/server", "workbench/page", "workbench/messages"])(
    "go round in no circle in %s",
    (folder) => {
      const clear = new Set<string>();
      expect(filesIn(folder).flatMap((file) => circleAt(file, clear) ?? [])).toEqual([]);
    },
  );

  it("tie neither the page and the server together, nor anything else to them", () => {
    const wrong = [...IMPORTS].flatMap(([file, { all }]) =>
      all
        .filter(
          isIn("workbench/page")(file)
            ? isIn("workbench/server")
            : isIn("workbench")(file)
              ? isIn("workbench/page")
              : isIn("workbench"),
        )
        .map((to) => `${file}: ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it("bring nothing into the page that it is not known to be made of", () => {
    const unknown = [...builtWith(filesIn("workbench/page"))].filter(
      (file) => !MADE_OF.some((one) => file === one || isIn(one)(file)),
    );
    expect(unknown).toEqual([]);
  });
});

it("what npm ci installs holds nothing of the page", () => {
  const packagesOf = (folder: string): Record<string, string> => {
    const file = path.join(ROOT, folder, "package.json");
    const { dependencies, devDependencies } = JSON.parse(readFileSync(file, "utf8"));
    return { ...dependencies, ...devDependencies };
  };
  const own = { ...packagesOf("workbench"), ...packagesOf("test/workbench") };
  // The MCP server searches with it as well.
  expect(Object.keys(own).filter((name) => name in packagesOf("."))).toEqual(["minisearch"]);
});
