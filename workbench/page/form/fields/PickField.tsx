import { Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useState } from "react";
import { textOf } from "../values";
import { closedBySending, frameOf, hintOf } from "./field";
import { PickStatus } from "./PickStatus";
import type { PickFieldProps } from "./PicksField";
import { useLabels, usePicks } from "./picks";

/** A value that is picked from a list as one types, or typed. */
export function PickField(field: PickFieldProps) {
  const { input, value, pickList, valuesNow, onChange } = field;
  const text = textOf(value);
  // A list that is opened anew offers all: what stands in the field was searched for before.
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setTyped("");
    },
  });
  const isOpen = combobox.dropdownOpened;
  const picks = usePicks({ pickList, typed, values: valuesNow(), isOpen });
  const label = useLabels(pickList)(text);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(choice) => {
        onChange(choice);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...frameOf(field)}
          value={text}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={closedBySending(() => combobox.closeDropdown())}
          onBlur={() => combobox.closeDropdown()}
          placeholder={hintOf(input, "Search, or type a value")}
          autoComplete="off"
          rightSection={isOpen && picks.isFetching ? <Loader size="xs" /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          inputContainer={(children) => (
            <>
              {children}
              {label !== undefined && label !== text && (
                <Text size="xs" mt={4}>
                  Picked: {label}
                </Text>
              )}
            </>
          )}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={240} style={{ overflowY: "auto" }} aria-label={input.label}>
          {picks.choices.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value}>
              {choice.label}
              {choice.label !== choice.value && (
                <Text span size="xs" c="inherit" ml="xs">
                  {choice.value}
                </Text>
              )}
            </Combobox.Option>
          ))}
        </Combobox.Options>
        <PickStatus {...picks} />
      </Combobox.Dropdown>
    </Combobox>
  );
}
