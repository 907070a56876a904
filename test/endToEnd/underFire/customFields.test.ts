import { underFire } from "../../support/underFire";

underFire("customFields");
