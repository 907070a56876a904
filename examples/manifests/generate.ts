/**
 * `npm run manifest`: generates the code-native manifest of the built component into
 * `examples/manifests/gorgias`, where `npx cni-component-manifest gorgias --private` would put it
 * in a project of its own (docs/flows-in-code.md).
 *
 * That command asks the platform for the component. This one takes it from the bundle and hands it
 * to the same generator, so that no account and no network are needed.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { generateManifest } from "@prismatic-io/spectral/dist/generators/componentManifest/generateManifest";
import { createTemplate } from "@prismatic-io/spectral/dist/generators/utils/createTemplate";
import type { Action, Component } from "@prismatic-io/spectral/dist/serverTypes";
import { loadComponent } from "../../cli/bundle";

const GENERATORS = "@prismatic-io/spectral/dist/generators/componentManifest";

async function main(): Promise<void> {
  const component = withoutSchemas(
    await loadComponent((remark) => process.stdout.write(`${remark}\n`)),
  );
  const template = createRequire(__filename).resolve(`${GENERATORS}/templates/index.ts.ejs`);
  const manifestDir = path.join(__dirname, component.key);
  const shared = { dryRun: false, verbose: false };
  await generateManifest({
    ...shared,
    component,
    templatesDir: path.dirname(template),
    manifestDir,
    generatedSourceDir: manifestDir,
    createEntryPointFiles: () =>
      createTemplate({
        ...shared,
        source: template,
        destination: path.join(manifestDir, "index.ts"),
        data: { component: { key: component.key, public: false, signature: null } },
      }),
    successMessage: "",
  });
}

/**
 * The component without what its actions answer, which the platform's command does not ask for and
 * Spectral's types refuse in the form that the bundle has it in.
 */
function withoutSchemas(component: Component): Component {
  const actions = Object.entries(component.actions).map(([key, { outputSchema: _, ...action }]) => [
    key,
    action satisfies Action,
  ]);
  return { ...component, actions: Object.fromEntries(actions) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
