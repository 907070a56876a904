import path from "node:path";
import { MADE_OF, PAGE } from "../../../workbench/build";
import { built } from "../../support/bundle";

/** @throws Error that says what to do when the page was not built, or was long ago */
export function requirePage(): void {
  built(path.join(PAGE, "index.html"), "npm run build:workbench", MADE_OF);
}
