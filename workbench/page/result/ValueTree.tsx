import {
  buildProxiedInstance,
  hotkeysCoreFeature,
  type ItemInstance,
  syncDataLoaderFeature,
} from "@headless-tree/core";
import { useTree } from "@headless-tree/react";
import { AccordionChevron, Center, Group, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import { counted } from "../../../cli/counted";
import { cut, LONGEST_PROSE } from "./cut";
import { useListHeight } from "./listHeight";
import { Room } from "./Room";
import { isNested, type Place, ROOT, treeOf } from "./treeOf";
import { useTabStop } from "./useTabStop";

const ROW_HEIGHT = 26;
const INDENT = 16;

/** A value as a tree, however much is in it. It needs to be built anew for another value. */
export function ValueTree({ name, value }: { readonly name: string; readonly value: unknown }) {
  const list = useRef<VirtuosoHandle>(null);
  const [dataLoader] = useState(() => treeOf(value));
  const tree = useTree<Place>({
    rootItemId: ROOT,
    dataLoader,
    features: [syncDataLoaderFeature, hotkeysCoreFeature],
    // Makes nothing for an item before it is asked for: there may be many.
    instanceBuilder: buildProxiedInstance,
    getItemName: (item) => labelOf(item.getItemData()),
    isItemFolder: (item) => isNested(item.getItemData().value),
    scrollToItem: (item) => {
      const { index } = item.getItemMeta();
      stop.expect(index);
      list.current?.scrollIntoView({ index });
    },
    // The envelope of a list is no news.
    initialState: { expandedItems: ["/data", "/created", "/updated"] },
  });
  const { ref: _, ...container } = tree.getContainerProps(name);
  const items = tree.getItems();
  const stop = useTabStop(
    items.length,
    () => tree.getFocusedItem().getItemMeta().index,
    (index, isFocused) => {
      items[index]?.setFocused();
      if (isFocused) {
        tree.updateDomFocus();
      }
    },
  );
  const height = useListHeight(items.length * ROW_HEIGHT);
  return (
    <Room>
      <Virtuoso
        ref={list}
        {...container}
        {...stop.list}
        {...height}
        scrollerRef={(element) => {
          tree.registerElement(element instanceof HTMLElement ? element : null);
        }}
        data={items}
        computeItemKey={(_index, item) => item.getKey()}
        itemContent={(_index, item) => <TreeRow item={item} />}
      />
    </Room>
  );
}

function TreeRow({ item }: { readonly item: ItemInstance<Place> }) {
  const { name, value } = item.getItemData();
  const content = contentOf(value);
  return (
    <Group
      {...item.getProps()}
      gap={6}
      wrap="nowrap"
      align="flex-start"
      py={2}
      ps={item.getItemMeta().level * INDENT}
      fz="sm"
      style={{ cursor: item.isFolder() ? "pointer" : "default" }}
    >
      <Center component="span" aria-hidden w={14} h={20} c="dimmed" style={{ flexShrink: 0 }}>
        {item.isFolder() && (
          <AccordionChevron
            size={12}
            style={{ transform: item.isExpanded() ? "none" : "rotate(-90deg)" }}
          />
        )}
      </Center>
      <Text component="span" inherit style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        <Text component="span" inherit fw={600}>
          {name}:
        </Text>{" "}
        <Text
          component="span"
          inherit
          {...(isNested(value) && { c: "dimmed" })}
          {...(content.length > LONGEST_PROSE && { ff: "monospace" })}
        >
          {content}
        </Text>
      </Text>
    </Group>
  );
}

function labelOf({ name, value }: Place): string {
  return `${name}: ${contentOf(value)}`;
}

/** A plain value as JSON has it, so that a text is told from a number; of a nested one, how much is in it. */
function contentOf(value: unknown): string {
  return isNested(value)
    ? counted(Object.keys(value ?? {}).length, Array.isArray(value) ? "item" : "field")
    : (JSON.stringify(typeof value === "string" ? cut(value) : value) ?? "–");
}
