import { NavLink, ScrollArea } from "@mantine/core";
import type { Catalogue } from "../../messages";
import { linkTo, stepsOf } from "../state/selection";

/** The left: all that the connector has, to search and to open. */
export function Navigation({ catalogue }: { readonly catalogue: Catalogue }) {
  return (
    <ScrollArea>
      {stepsOf(catalogue).map((step) => (
        <NavLink key={`${step.kind}/${step.key}`} href={linkTo(step)} label={step.label} />
      ))}
    </ScrollArea>
  );
}
