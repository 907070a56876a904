import { itemsAddressOf } from "../../client/cursors";
import type { Field, Values } from "../../fields/field";
import type { Refuser } from "../../fields/readInputs";

interface PlaceInputs {
  readonly [key: string]: Field<unknown>;
  readonly view_id: Field<number>;
  readonly cursor: Field<string | undefined>;
}

/** Refuses the address of a page of another view. */
export function checkCursor(
  { view_id, cursor = "" }: Values<PlaceInputs>,
  { refuse, nameOf }: Refuser<PlaceInputs>,
): void {
  const address = itemsAddressOf(cursor);
  if (address && address.viewId !== view_id) {
    refuse(
      "cursor",
      `belongs to the view ${address.viewId}, and ${nameOf("view_id")} is ${view_id}.`,
    );
  }
}
