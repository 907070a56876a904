import type { TreeDataLoader } from "@headless-tree/core";
import { isObject } from "../../../src/client/json";

/** A place in a value: what it is called there, and what stands there. */
export interface Place {
  readonly name: string;
  readonly value: unknown;
}

/** The place of the whole value. */
export const ROOT = "";

/** The places of a value by their JSON pointers; those inside of a place are made when it opens. */
export function treeOf(value: unknown): TreeDataLoader<Place> {
  const places = new Map<string, Place>([[ROOT, { name: "", value }]]);
  const inside = new Map<string, string[]>();
  return {
    getItem: (pointer) => places.get(pointer) ?? { name: "", value: undefined },
    getChildren: (pointer) => {
      const known = inside.get(pointer);
      if (known) {
        return known;
      }
      const pointers = entriesOf(places.get(pointer)?.value).map(([name, inner]) => {
        const child = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        places.set(child, { name, value: inner });
        return child;
      });
      inside.set(pointer, pointers);
      return pointers;
    },
  };
}

/** Whether there is something inside. */
export function isNested(value: unknown): boolean {
  return entriesOf(value).length > 0;
}

function entriesOf(value: unknown): [string, unknown][] {
  return Array.isArray(value) || isObject(value) ? Object.entries(value) : [];
}
