import { CloseButton } from "@mantine/core";
import { usePassedFocus } from "../../controls/passedFocus";

interface RemoveButtonProps {
  /** The ID of what gets the focus once the button is gone with what it removes. */
  readonly heir: string;
  readonly id?: string;
  readonly label: string;
  readonly onRemove: () => void;
}

/** Takes something out of a field. */
export function RemoveButton({ heir, label, onRemove, ...props }: RemoveButtonProps) {
  const ref = usePassedFocus(() => document.getElementById(heir));
  return <CloseButton {...props} ref={ref} aria-label={label} onClick={onRemove} />;
}
