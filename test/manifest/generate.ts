/**
 * Generates the code-native manifest of the built bundle into the folder that is given.
 *
 * These are the steps of Spectral's `component-manifest` but the first: that one asks the
 * platform's command line for the component's signature. Here it is null, which the template
 * allows, so that no account and no network are needed.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { createStaticFiles } from "@prismatic-io/spectral/dist/generators/componentManifest/createStaticFiles";
import { generateManifest } from "@prismatic-io/spectral/dist/generators/componentManifest/generateManifest";
import type { Component } from "@prismatic-io/spectral/dist/serverTypes";
import { BUNDLE } from "../../cli/bundle";

const load = createRequire(__filename);

async function main(destinationDir: string): Promise<void> {
  const bundle: { default: Component } = load(BUNDLE);
  const { version }: { version: string } = load("@prismatic-io/spectral/package.json");
  const templates = "@prismatic-io/spectral/dist/generators/componentManifest/templates";
  const sourceDir = path.dirname(load.resolve(`${templates}/README.md.ejs`));
  const shared = { component: bundle.default, dryRun: false, verbose: false };
  await generateManifest({
    ...shared,
    templatesDir: sourceDir,
    manifestDir: destinationDir,
    generatedSourceDir: path.join(destinationDir, "src"),
    createEntryPointFiles: () =>
      createStaticFiles({
        ...shared,
        packageName: `@component-manifests/${bundle.default.key}`,
        signature: null,
        spectralVersion: version,
        sourceDir,
        destinationDir,
        registry: null,
      }),
    successMessage: "",
  });
}

const [destination] = process.argv.slice(2);
if (destination === undefined) {
  throw new Error("Say which folder the manifest goes into.");
}
void main(destination);
