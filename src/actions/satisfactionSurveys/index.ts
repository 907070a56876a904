import type { ActionGroup } from "../action";
import { createSatisfactionSurvey } from "./createSatisfactionSurvey";
import { getSatisfactionSurvey } from "./getSatisfactionSurvey";
import { listSatisfactionSurveys } from "./listSatisfactionSurveys";
import { updateSatisfactionSurvey } from "./updateSatisfactionSurvey";

/** Actions on satisfaction surveys. */
export const satisfactionSurveys: ActionGroup = {
  title: "Satisfaction surveys",
  actions: {
    listSatisfactionSurveys,
    getSatisfactionSurvey,
    createSatisfactionSurvey,
    updateSatisfactionSurvey,
  },
};
