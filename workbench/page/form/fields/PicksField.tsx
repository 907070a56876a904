import { Loader, Pill, TagsInput } from "@mantine/core";
import { useState } from "react";
import type { InputValues } from "../../../messages";
import { useSteady } from "../steady";
import { listOf } from "../values";
import { closedBySending, type FieldProps, frameOf, hintOf } from "./field";
import { AS_TYPED } from "./ListField";
import { PickStatus } from "./PickStatus";
import { useLabels, usePicks } from "./picks";

/** A field whose values a pick list offers. */
export interface PickFieldProps extends FieldProps {
  readonly pickList: string;
  /** What the form holds when the list is opened. */
  readonly valuesNow: () => InputValues;
}

/** Values that are picked from a list as one types, or typed. */
export function PicksField(field: PickFieldProps) {
  const { input, value, pickList, valuesNow, onChange } = field;
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const picks = usePicks({ pickList, typed, values: valuesNow(), isOpen });
  const labelOf = useLabels(pickList);
  const status = useSteady(isOpen && <PickStatus {...picks} />);
  return (
    <TagsInput
      {...frameOf(field)}
      {...AS_TYPED}
      data={[...picks.choices]}
      // What the list offers was looked for already.
      filter={({ options }) => options}
      value={[...listOf(value)]}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={(search) => {
        setTyped(search);
        setOpen(search !== "" || isOpen);
      }}
      dropdownOpened={isOpen}
      onDropdownClose={() => setOpen(false)}
      onClick={() => setOpen(true)}
      onKeyDown={(event) => {
        closedBySending(() => setOpen(false))(event);
        setOpen((isShown) => isShown || event.key === "ArrowDown");
      }}
      onBlur={() => setOpen(false)}
      placeholder={hintOf(input, "Search, or type a value and press Enter")}
      clearButtonProps={{ "aria-label": `Clear ${input.label}` }}
      {...(isOpen && picks.isFetching && { rightSection: <Loader size="xs" /> })}
      renderPill={({ value: held = "", onRemove }) => (
        <Pill withRemoveButton {...(onRemove && { onRemove })}>
          {labelOf(held) ?? held}
        </Pill>
      )}
      inputContainer={(children) => (
        <>
          {children}
          {status}
        </>
      )}
    />
  );
}
