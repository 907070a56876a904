import type { Input } from "@prismatic-io/spectral/dist/serverTypes";
import { builtComponent } from "../support/bundle";
import { barriersOn } from "./support/axe";
import { goTo, useWorkbench } from "./support/workbench";

const open = useWorkbench();

/** A form as the component defines it: its place on the page, and what is to be filled in. */
interface Defined {
  readonly address: string;
  readonly label: string;
  readonly inputs: readonly Input[];
}

/** The page's account is the connection. */
const isFilledIn = ({ type, shown }: Input & { readonly shown?: boolean }) =>
  type !== "connection" && shown !== false;

function definedForms(): readonly Defined[] {
  const { actions, triggers, dataSources, connections } = builtComponent();
  const steps = Object.entries({ actions, triggers, pickLists: dataSources }).flatMap(
    ([kind, all]) =>
      Object.values(all).map(({ key, display: { label }, inputs }) => ({
        address: `${kind}/${key}`,
        label,
        inputs: inputs.filter(isFilledIn),
      })),
  );
  const ways = connections.map(({ key, label, inputs }) => ({
    address: `connections/${key}`,
    label,
    inputs: inputs.filter(isFilledIn),
  }));
  return [...steps, ...ways];
}

/** Whether inputs have a kind of field that was not looked at yet; it is from then on. */
function kindsNotIn(looked: Set<string>, inputs: readonly Input[]): boolean {
  const before = looked.size;
  for (const { type, collection, model, dataSource, language } of inputs) {
    looked.add(
      `${type} ${collection} ${model !== undefined} ${dataSource !== undefined} ${language}`,
    );
  }
  return looked.size > before;
}

test("every action, trigger, pick list and connection has a form with each input's label, star and control, and axe finds nothing serious in any kind of field", async () => {
  const { page } = await open();
  const missing: string[] = [];
  const looked = new Set<string>();
  const forms = definedForms();
  for (const { address, label, inputs } of forms) {
    await goTo(page, address);
    const form = page.getByRole("form", { name: label, exact: true });
    await form.waitFor();
    // An editor comes a moment later than the rest.
    await form.locator("[class*=Skeleton]").first().waitFor({ state: "detached" });
    const lines = (await form.innerText()).split("\n").map((line) => line.trim());
    const controls = await form.ariaSnapshot();
    for (const { label, required = false } of inputs) {
      const shown = required ? `${label} *` : label;
      if (!lines.includes(shown)) {
        missing.push(`${address}: ${shown}`);
      }
      if (!controls.includes(` "${label}"`)) {
        missing.push(`${address}: the control of ${label}`);
      }
    }
    if (kindsNotIn(looked, inputs)) {
      const barriers = await barriersOn(page, `form[aria-label="${label}"]`);
      missing.push(...barriers.map((barrier) => `${address}: ${barrier}`));
    }
  }
  expect(missing).toEqual([]);
  expect(forms.length).toBeGreaterThan(130);
});
