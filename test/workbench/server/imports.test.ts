import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(__dirname, "..", "..", "..");

/** What a folder's files import of this project, by file. Types count: they tie files together as well. */
const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  ["server", "page"]
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, "workbench", folder), { recursive: true }).map((file) =>
        path.join("workbench", folder, String(file)),
      ),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => [file, importsOf(file)]),
);

function importsOf(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return [...text.matchAll(/(?:from|import\(|require\()\s*"(\.[^"]*)"/g)].flatMap(([, to = ""]) => {
    const found = path.join(path.dirname(file), to);
    return (
      [`${found}.ts`, `${found}.tsx`, path.join(found, "index.ts")].find((one) =>
        existsSync(path.join(ROOT, one)),
      ) ?? []
    );
  });
}

/** The first way from a file back to itself. */
function circleAt(file: string, way: readonly string[] = []): readonly string[] | undefined {
  if (way.includes(file)) {
    return [...way.slice(way.indexOf(file)), file];
  }
  for (const next of IMPORTS.get(file) ?? []) {
    const circle = circleAt(next, [...way, file]);
    if (circle) {
      return circle;
    }
  }
  return undefined;
}

describe("the imports of the workbench", () => {
  it("are read", () => {
    expect(IMPORTS.get("workbench/server/runs.ts")).toContain("workbench/server/run.ts");
    expect(IMPORTS.get("workbench/server/run.ts")).toContain("cli/run.ts");
  });

  it("go round in no circle", () => {
    const files = [...IMPORTS.keys()].filter((file) => file.startsWith("workbench/server/"));
    expect(files.flatMap((file) => circleAt(file) ?? [])).toEqual([]);
  });

  it("go from the page to the messages alone, and never from the server to the page", () => {
    for (const [file, imports] of IMPORTS) {
      const other = file.startsWith("workbench/page/") ? "workbench/server/" : "workbench/page/";
      expect([file, imports.filter((one) => one.startsWith(other))]).toEqual([file, []]);
    }
  });
});
