import { underFire } from "../../support/underFire";

underFire("tickets");
