import { ORDERS_BY_CREATION } from "../../schemas/orders";
import { satisfactionSurvey } from "../../schemas/satisfactionSurvey";
import { list } from "../list";

export const listSatisfactionSurveys = list({
  route: "GET /satisfaction-surveys",
  label: "List Satisfaction Surveys",
  description: "List satisfaction surveys, answered or not.",
  guidance:
    "One that nobody answered has the score null. The survey of one ticket stands in what {getTicket} answers.",
  filters: {},
  orders: ORDERS_BY_CREATION,
  item: satisfactionSurvey,
});
