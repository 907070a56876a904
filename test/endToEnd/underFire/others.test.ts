import { underFire } from "../../support/underFire";

underFire("others");
