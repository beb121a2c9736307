-- Every statement that the store sends. Made by test/db/queries.test.ts; read it in diffs.

-- actions.list (SQLite)
select "a"."code", "v"."n" as "version", "v"."kind", "v"."title", "v"."cause", "owner"."code" as "owner", "u"."code" as "unit", "k"."code" as "kpi", "o"."code" as "objective", "v"."started_on" as "startedOn", "v"."due_on" as "dueOn", "v"."state", "v"."progress", "v"."resources", "v"."verification", "ek"."code" as "effectKpi", "eu"."code" as "effectUnit", "v"."effect_size" as "size", "v"."effect_by" as "by", "v"."steps", "v"."cost", "v"."spent", "d"."code" as "decision", "v"."judged_by" as "judgedBy", "v"."override_reason" as "overrideReason"
  from "action" as "a"
  inner join "action_version" as "v" on "v"."action_id" = "a"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "kpi" as "ek" on "ek"."id" = "v"."effect_kpi_id"
  left join "unit" as "eu" on "eu"."id" = "v"."effect_unit_id"
  left join "decision" as "d" on "d"."id" = "v"."decision_id"
  where "v"."recorded_to" is null and "u"."code" in (?, ?) and "k"."code" in (?) and "a"."code" in (?)
  order by "a"."id";

-- actions.list (PostgreSQL)
select "a"."code", "v"."n" as "version", "v"."kind", "v"."title", "v"."cause", "owner"."code" as "owner", "u"."code" as "unit", "k"."code" as "kpi", "o"."code" as "objective", "v"."started_on" as "startedOn", "v"."due_on" as "dueOn", "v"."state", "v"."progress", "v"."resources", "v"."verification", "ek"."code" as "effectKpi", "eu"."code" as "effectUnit", "v"."effect_size" as "size", "v"."effect_by" as "by", "v"."steps", "v"."cost", "v"."spent", "d"."code" as "decision", "v"."judged_by" as "judgedBy", "v"."override_reason" as "overrideReason"
  from "action" as "a"
  inner join "action_version" as "v" on "v"."action_id" = "a"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "kpi" as "ek" on "ek"."id" = "v"."effect_kpi_id"
  left join "unit" as "eu" on "eu"."id" = "v"."effect_unit_id"
  left join "decision" as "d" on "d"."id" = "v"."decision_id"
  where "v"."recorded_to" is null and "u"."code" in ($1, $2) and "k"."code" in ($3) and "a"."code" in ($4)
  order by "a"."id";

-- actions.history (SQLite)
select "a"."code", "v"."n" as "version", "v"."kind", "v"."title", "v"."cause", "owner"."code" as "owner", "u"."code" as "unit", "k"."code" as "kpi", "o"."code" as "objective", "v"."started_on" as "startedOn", "v"."due_on" as "dueOn", "v"."state", "v"."progress", "v"."resources", "v"."verification", "ek"."code" as "effectKpi", "eu"."code" as "effectUnit", "v"."effect_size" as "size", "v"."effect_by" as "by", "v"."steps", "v"."cost", "v"."spent", "d"."code" as "decision", "v"."judged_by" as "judgedBy", "v"."override_reason" as "overrideReason", "e"."at", "e"."actor", "e"."reason"
  from "action" as "a"
  inner join "action_version" as "v" on "v"."action_id" = "a"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "kpi" as "ek" on "ek"."id" = "v"."effect_kpi_id"
  left join "unit" as "eu" on "eu"."id" = "v"."effect_unit_id"
  left join "decision" as "d" on "d"."id" = "v"."decision_id"
  inner join "audit_event" as "e" on "e"."seq" = "v"."event"
  where "a"."code" = ?
  order by "v"."n";

-- actions.history (PostgreSQL)
select "a"."code", "v"."n" as "version", "v"."kind", "v"."title", "v"."cause", "owner"."code" as "owner", "u"."code" as "unit", "k"."code" as "kpi", "o"."code" as "objective", "v"."started_on" as "startedOn", "v"."due_on" as "dueOn", "v"."state", "v"."progress", "v"."resources", "v"."verification", "ek"."code" as "effectKpi", "eu"."code" as "effectUnit", "v"."effect_size" as "size", "v"."effect_by" as "by", "v"."steps", "v"."cost", "v"."spent", "d"."code" as "decision", "v"."judged_by" as "judgedBy", "v"."override_reason" as "overrideReason", "e"."at", "e"."actor", "e"."reason"
  from "action" as "a"
  inner join "action_version" as "v" on "v"."action_id" = "a"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "kpi" as "ek" on "ek"."id" = "v"."effect_kpi_id"
  left join "unit" as "eu" on "eu"."id" = "v"."effect_unit_id"
  left join "decision" as "d" on "d"."id" = "v"."decision_id"
  inner join "audit_event" as "e" on "e"."seq" = "v"."event"
  where "a"."code" = $1
  order by "v"."n";

-- actions.history, as of an instant (SQLite)
select "a"."code", "v"."n" as "version", "v"."kind", "v"."title", "v"."cause", "owner"."code" as "owner", "u"."code" as "unit", "k"."code" as "kpi", "o"."code" as "objective", "v"."started_on" as "startedOn", "v"."due_on" as "dueOn", "v"."state", "v"."progress", "v"."resources", "v"."verification", "ek"."code" as "effectKpi", "eu"."code" as "effectUnit", "v"."effect_size" as "size", "v"."effect_by" as "by", "v"."steps", "v"."cost", "v"."spent", "d"."code" as "decision", "v"."judged_by" as "judgedBy", "v"."override_reason" as "overrideReason", "e"."at", "e"."actor", "e"."reason"
  from "action" as "a"
  inner join "action_version" as "v" on "v"."action_id" = "a"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "kpi" as "ek" on "ek"."id" = "v"."effect_kpi_id"
  left join "unit" as "eu" on "eu"."id" = "v"."effect_unit_id"
  left join "decision" as "d" on "d"."id" = "v"."decision_id"
  inner join "audit_event" as "e" on "e"."seq" = "v"."event"
  where "a"."code" = ? and "v"."recorded_from" <= ?
  order by "v"."n";

-- actions.history, as of an instant (PostgreSQL)
select "a"."code", "v"."n" as "version", "v"."kind", "v"."title", "v"."cause", "owner"."code" as "owner", "u"."code" as "unit", "k"."code" as "kpi", "o"."code" as "objective", "v"."started_on" as "startedOn", "v"."due_on" as "dueOn", "v"."state", "v"."progress", "v"."resources", "v"."verification", "ek"."code" as "effectKpi", "eu"."code" as "effectUnit", "v"."effect_size" as "size", "v"."effect_by" as "by", "v"."steps", "v"."cost", "v"."spent", "d"."code" as "decision", "v"."judged_by" as "judgedBy", "v"."override_reason" as "overrideReason", "e"."at", "e"."actor", "e"."reason"
  from "action" as "a"
  inner join "action_version" as "v" on "v"."action_id" = "a"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "kpi" as "ek" on "ek"."id" = "v"."effect_kpi_id"
  left join "unit" as "eu" on "eu"."id" = "v"."effect_unit_id"
  left join "decision" as "d" on "d"."id" = "v"."decision_id"
  inner join "audit_event" as "e" on "e"."seq" = "v"."event"
  where "a"."code" = $1 and "v"."recorded_from" <= $2
  order by "v"."n";

-- actions.causes (SQLite)
select "k"."code" as "kpi", "u"."code" as "unit", "m"."month", "m"."n" as "version", "m"."fact", "m"."whys", "m"."cause", "a"."code" as "action", "p"."code" as "by"
  from "miss_cause" as "m"
  inner join "kpi" as "k" on "k"."id" = "m"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "m"."unit_id"
  left join "action" as "a" on "a"."id" = "m"."action_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "m"."withdrawn" = ? and "k"."code" = ? and "u"."code" = ?
  order by "m"."month" desc;

-- actions.causes (PostgreSQL)
select "k"."code" as "kpi", "u"."code" as "unit", "m"."month", "m"."n" as "version", "m"."fact", "m"."whys", "m"."cause", "a"."code" as "action", "p"."code" as "by"
  from "miss_cause" as "m"
  inner join "kpi" as "k" on "k"."id" = "m"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "m"."unit_id"
  left join "action" as "a" on "a"."id" = "m"."action_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "m"."withdrawn" = $1 and "k"."code" = $2 and "u"."code" = $3
  order by "m"."month" desc;

-- actions.confidences (SQLite)
select "k"."code" as "kpi", "u"."code" as "unit", "c"."fiscal_year" as "fiscalYear", "c"."n" as "version", "c"."month", "c"."level", "c"."note", "c"."probability", "p"."code" as "by", "c"."recorded_from" as "at"
  from "confidence" as "c"
  inner join "kpi" as "k" on "k"."id" = "c"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "c"."unit_id"
  left join "person" as "p" on "p"."id" = "c"."by_id"
  where "k"."code" = ? and "u"."code" = ? and "c"."fiscal_year" = ? and "c"."withdrawn" = ?
  order by "c"."n" desc;

-- actions.confidences (PostgreSQL)
select "k"."code" as "kpi", "u"."code" as "unit", "c"."fiscal_year" as "fiscalYear", "c"."n" as "version", "c"."month", "c"."level", "c"."note", "c"."probability", "p"."code" as "by", "c"."recorded_from" as "at"
  from "confidence" as "c"
  inner join "kpi" as "k" on "k"."id" = "c"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "c"."unit_id"
  left join "person" as "p" on "p"."id" = "c"."by_id"
  where "k"."code" = $1 and "u"."code" = $2 and "c"."fiscal_year" = $3 and "c"."withdrawn" = $4
  order by "c"."n" desc;

-- actions.confidences, as of an instant (SQLite)
select "k"."code" as "kpi", "u"."code" as "unit", "c"."fiscal_year" as "fiscalYear", "c"."n" as "version", "c"."month", "c"."level", "c"."note", "c"."probability", "p"."code" as "by", "c"."recorded_from" as "at"
  from "confidence" as "c"
  inner join "kpi" as "k" on "k"."id" = "c"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "c"."unit_id"
  left join "person" as "p" on "p"."id" = "c"."by_id"
  where "k"."code" = ? and "u"."code" = ? and "c"."fiscal_year" = ? and "c"."withdrawn" = ? and "c"."recorded_from" <= ?
  order by "c"."n" desc;

-- actions.confidences, as of an instant (PostgreSQL)
select "k"."code" as "kpi", "u"."code" as "unit", "c"."fiscal_year" as "fiscalYear", "c"."n" as "version", "c"."month", "c"."level", "c"."note", "c"."probability", "p"."code" as "by", "c"."recorded_from" as "at"
  from "confidence" as "c"
  inner join "kpi" as "k" on "k"."id" = "c"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "c"."unit_id"
  left join "person" as "p" on "p"."id" = "c"."by_id"
  where "k"."code" = $1 and "u"."code" = $2 and "c"."fiscal_year" = $3 and "c"."withdrawn" = $4 and "c"."recorded_from" <= $5
  order by "c"."n" desc;

-- audit.head (SQLite)
select "seq", "hash"
  from "audit_event"
  order by "seq" desc
  limit ?;

-- audit.head (PostgreSQL)
select "seq", "hash"
  from "audit_event"
  order by "seq" desc
  limit $1;

-- audit.list (SQLite)
select "seq", "at", "actor", "command", "entity", "entity_code" as "entityCode", "unit_code" as "unit", "before", "after", "reason", "rows", "hash"
  from "audit_event"
  where "seq" >= ? and "unit_code" in (?) and "entity" = ? and "entity_code" = ?
  order by "seq"
  limit ?;

-- audit.list (PostgreSQL)
select "seq", "at", "actor", "command", "entity", "entity_code" as "entityCode", "unit_code" as "unit", "before", "after", "reason", "rows", "hash"
  from "audit_event"
  where "seq" >= $1 and "unit_code" in ($2) and "entity" = $3 and "entity_code" = $4
  order by "seq"
  limit $5;

-- audit.securityEvents (SQLite)
select "at", "actor", "kind", "detail"
  from "security_event"
  order by "id" desc
  limit ?;

-- audit.securityEvents (PostgreSQL)
select "at", "actor", "kind", "detail"
  from "security_event"
  order by "id" desc
  limit $1;

-- audit.recordSecurityEvent (SQLite)
insert into "security_event" ("at", "actor", "kind", "detail")
  values (?, ?, ?, ?);

-- audit.recordSecurityEvent (PostgreSQL)
insert into "security_event" ("at", "actor", "kind", "detail")
  values ($1, $2, $3, $4);

-- audit.forgetSecurityEvents (SQLite)
delete
  from "security_event"
  where "at" < ?;

-- audit.forgetSecurityEvents (PostgreSQL)
delete
  from "security_event"
  where "at" < $1;

-- audit.changes (SQLite)
select "seq", "unit_code" as "unit"
  from "audit_event"
  where "seq" > ? and "entity" <> ?
  order by "seq"
  limit ?;

-- audit.changes (PostgreSQL)
select "seq", "unit_code" as "unit"
  from "audit_event"
  where "seq" > $1 and "entity" <> $2
  order by "seq"
  limit $3;

-- audit.newestInstant (SQLite)
select "at"
  from "audit_event"
  where "entity" <> ?
  order by "seq" desc
  limit ?;

-- audit.newestInstant (PostgreSQL)
select "at"
  from "audit_event"
  where "entity" <> $1
  order by "seq" desc
  limit $2;

-- forecasts.list (SQLite)
select "k"."code" as "kpi", "u"."code" as "unit", "f"."fiscal_year" as "fiscalYear", "f"."known_to" as "knownTo", "f"."as_of" as "asOf", "f"."basis", "f"."inputs_sha256" as "inputsSha256", "f"."method", "f"."rule_set" as "ruleSet", "f"."history_months" as "historyMonths", "f"."median", "f"."low80", "f"."high80", "f"."low95", "f"."high95", "f"."probability", "f"."target_low" as "targetLow", "f"."target_high" as "targetHigh", "o"."figure", "o"."reached"
  from "year_forecast" as "f"
  inner join "kpi" as "k" on "k"."id" = "f"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "f"."unit_id"
  left join "year_outcome" as "o" on "o"."kpi_id" = "f"."kpi_id" and "o"."unit_id" = "f"."unit_id" and "o"."fiscal_year" = "f"."fiscal_year" and "o"."recorded_to" is null
  where "f"."recorded_to" is null and "u"."code" in (?, ?) and "k"."code" = ?
  order by "f"."id";

-- forecasts.list (PostgreSQL)
select "k"."code" as "kpi", "u"."code" as "unit", "f"."fiscal_year" as "fiscalYear", "f"."known_to" as "knownTo", "f"."as_of" as "asOf", "f"."basis", "f"."inputs_sha256" as "inputsSha256", "f"."method", "f"."rule_set" as "ruleSet", "f"."history_months" as "historyMonths", "f"."median", "f"."low80", "f"."high80", "f"."low95", "f"."high95", "f"."probability", "f"."target_low" as "targetLow", "f"."target_high" as "targetHigh", "o"."figure", "o"."reached"
  from "year_forecast" as "f"
  inner join "kpi" as "k" on "k"."id" = "f"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "f"."unit_id"
  left join "year_outcome" as "o" on "o"."kpi_id" = "f"."kpi_id" and "o"."unit_id" = "f"."unit_id" and "o"."fiscal_year" = "f"."fiscal_year" and "o"."recorded_to" is null
  where "f"."recorded_to" is null and "u"."code" in ($1, $2) and "k"."code" = $3
  order by "f"."id";

-- forecasts.origins (SQLite)
select distinct "f"."fiscal_year" as "fiscalYear", "f"."known_to" as "knownTo"
  from "year_forecast" as "f"
  where "f"."recorded_to" is null
  order by "f"."known_to";

-- forecasts.origins (PostgreSQL)
select distinct "f"."fiscal_year" as "fiscalYear", "f"."known_to" as "knownTo"
  from "year_forecast" as "f"
  where "f"."recorded_to" is null
  order by "f"."known_to";

-- idempotency.find (SQLite)
select "body_hash" as "bodyHash", "status", "answer"
  from "idempotency"
  where "person_id" = ? and "key" = ?;

-- idempotency.find (PostgreSQL)
select "body_hash" as "bodyHash", "status", "answer"
  from "idempotency"
  where "person_id" = $1 and "key" = $2;

-- idempotency.keep (SQLite)
insert into "idempotency" ("key", "person_id", "body_hash", "status", "answer", "at")
  values (?, ?, ?, ?, ?, ?);

-- idempotency.keep (PostgreSQL)
insert into "idempotency" ("key", "person_id", "body_hash", "status", "answer", "at")
  values ($1, $2, $3, $4, $5, $6);

-- idempotency.settle (SQLite)
update "idempotency"
  set "status" = ?, "answer" = ?
  where "person_id" = ? and "key" = ?;

-- idempotency.settle (PostgreSQL)
update "idempotency"
  set "status" = $1, "answer" = $2
  where "person_id" = $3 and "key" = $4;

-- idempotency.forget (SQLite)
delete
  from "idempotency"
  where "at" < ?;

-- idempotency.forget (PostgreSQL)
delete
  from "idempotency"
  where "at" < $1;

-- insight.figures (SQLite)
select "fiscal_year_start"
  from "organisation"
  where "organisation"."recorded_to" is null;
select "k"."id", "k"."code", "v"."n", "v"."owner_id" as "owner", "v"."theme_id" as "theme", "v"."timing"
  from "kpi" as "k"
  inner join "kpi_version" as "v" on "v"."kpi_id" = "k"."id"
  where "v"."recorded_to" is null
  order by "k"."code";
select "kpi_id", "from_month", "kind", "amount"
  from "tolerance"
  where "tolerance"."recorded_to" is null and "withdrawn" = ?
  order by "kpi_id", "from_month";
select "kpi_id", "month"
  from "kept_month"
  where "month" >= ? and "kpi_id" in (?);
select "unit_id", "kpi_id", "year", "cells"
  from "kept_year"
  where "unit_id" in (?, ?) and "kpi_id" in (?) and "year" in (?);
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_to" is null
  order by "kpi_id", "from_month";

-- insight.figures (PostgreSQL)
select "fiscal_year_start"
  from "organisation"
  where "organisation"."recorded_to" is null;
select "k"."id", "k"."code", "v"."n", "v"."owner_id" as "owner", "v"."theme_id" as "theme", "v"."timing"
  from "kpi" as "k"
  inner join "kpi_version" as "v" on "v"."kpi_id" = "k"."id"
  where "v"."recorded_to" is null
  order by "k"."code";
select "kpi_id", "from_month", "kind", "amount"
  from "tolerance"
  where "tolerance"."recorded_to" is null and "withdrawn" = $1
  order by "kpi_id", "from_month";
select "kpi_id", "month"
  from "kept_month"
  where "month" >= $1 and "kpi_id" in ($2);
select "unit_id", "kpi_id", "year", "cells"
  from "kept_year"
  where "unit_id" in ($1, $2) and "kpi_id" in ($3) and "year" in ($4);
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_to" is null
  order by "kpi_id", "from_month";

-- insight.figures, as of an instant (SQLite)
select "a"."kpi_id", "a"."unit_id", "a"."from_month", "a"."until_month", "a"."value", "a"."low", "a"."high"
  from "accepted_deviation" as "a"
  where "a"."recorded_from" <= ? and ("a"."recorded_to" is null or "a"."recorded_to" > ?) and "a"."withdrawn" = ? and "a"."from_month" <= ? and "a"."until_month" >= ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?)
  order by "a"."from_month";
select "a"."kpi_id", "a"."unit_id", "a"."month", "a"."value", "a"."low", "a"."high", "a"."share"
  from "target" as "a"
  where "a"."recorded_from" <= ? and ("a"."recorded_to" is null or "a"."recorded_to" > ?) and "a"."withdrawn" = ? and "a"."month" >= ? and "a"."month" <= ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?);
select "a"."kpi_id", "a"."unit_id", "m"."period", "m"."kind", "m"."value", "m"."numerator", "m"."denominator"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "m"."recorded_from" <= ? and ("m"."recorded_to" is null or "m"."recorded_to" > ?) and "m"."counts" = ? and "m"."period" >= ? and "m"."period" <= ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?);
select "a"."kpi_id", "a"."unit_id", "t"."from_month", "t"."to_month", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_from" <= ? and ("t"."recorded_to" is null or "t"."recorded_to" > ?) and "t"."withdrawn" = ? and "t"."from_month" <= ? and ("t"."to_month" is null or "t"."to_month" >= ?) and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?)
  order by "t"."from_month";
select "child_id", "from_month", "parent_id", "ends"
  from "unit_edge"
  where "unit_edge"."recorded_from" <= ? and ("unit_edge"."recorded_to" is null or "unit_edge"."recorded_to" > ?) and "withdrawn" = ?;
select "fiscal_year_start"
  from "organisation"
  where "organisation"."recorded_from" <= ? and ("organisation"."recorded_to" is null or "organisation"."recorded_to" > ?);
select "k"."id", "k"."code", "v"."n", "v"."owner_id" as "owner", "v"."theme_id" as "theme", "v"."timing"
  from "kpi" as "k"
  inner join "kpi_version" as "v" on "v"."kpi_id" = "k"."id"
  where "v"."recorded_from" <= ? and ("v"."recorded_to" is null or "v"."recorded_to" > ?)
  order by "k"."code";
select "kpi_id", "from_month", "kind", "amount"
  from "tolerance"
  where "tolerance"."recorded_from" <= ? and ("tolerance"."recorded_to" is null or "tolerance"."recorded_to" > ?) and "withdrawn" = ?
  order by "kpi_id", "from_month";
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_from" <= ? and ("kpi_definition"."recorded_to" is null or "kpi_definition"."recorded_to" > ?)
  order by "kpi_id", "from_month";

-- insight.figures, as of an instant (PostgreSQL)
select "a"."kpi_id", "a"."unit_id", "a"."from_month", "a"."until_month", "a"."value", "a"."low", "a"."high"
  from "accepted_deviation" as "a"
  where "a"."recorded_from" <= $1 and ("a"."recorded_to" is null or "a"."recorded_to" > $2) and "a"."withdrawn" = $3 and "a"."from_month" <= $4 and "a"."until_month" >= $5 and "a"."kpi_id" in ($6) and "a"."unit_id" in ($7, $8)
  order by "a"."from_month";
select "a"."kpi_id", "a"."unit_id", "a"."month", "a"."value", "a"."low", "a"."high", "a"."share"
  from "target" as "a"
  where "a"."recorded_from" <= $1 and ("a"."recorded_to" is null or "a"."recorded_to" > $2) and "a"."withdrawn" = $3 and "a"."month" >= $4 and "a"."month" <= $5 and "a"."kpi_id" in ($6) and "a"."unit_id" in ($7, $8);
select "a"."kpi_id", "a"."unit_id", "m"."period", "m"."kind", "m"."value", "m"."numerator", "m"."denominator"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "m"."recorded_from" <= $1 and ("m"."recorded_to" is null or "m"."recorded_to" > $2) and "m"."counts" = $3 and "m"."period" >= $4 and "m"."period" <= $5 and "a"."kpi_id" in ($6) and "a"."unit_id" in ($7, $8);
select "a"."kpi_id", "a"."unit_id", "t"."from_month", "t"."to_month", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_from" <= $1 and ("t"."recorded_to" is null or "t"."recorded_to" > $2) and "t"."withdrawn" = $3 and "t"."from_month" <= $4 and ("t"."to_month" is null or "t"."to_month" >= $5) and "a"."kpi_id" in ($6) and "a"."unit_id" in ($7, $8)
  order by "t"."from_month";
select "child_id", "from_month", "parent_id", "ends"
  from "unit_edge"
  where "unit_edge"."recorded_from" <= $1 and ("unit_edge"."recorded_to" is null or "unit_edge"."recorded_to" > $2) and "withdrawn" = $3;
select "fiscal_year_start"
  from "organisation"
  where "organisation"."recorded_from" <= $1 and ("organisation"."recorded_to" is null or "organisation"."recorded_to" > $2);
select "k"."id", "k"."code", "v"."n", "v"."owner_id" as "owner", "v"."theme_id" as "theme", "v"."timing"
  from "kpi" as "k"
  inner join "kpi_version" as "v" on "v"."kpi_id" = "k"."id"
  where "v"."recorded_from" <= $1 and ("v"."recorded_to" is null or "v"."recorded_to" > $2)
  order by "k"."code";
select "kpi_id", "from_month", "kind", "amount"
  from "tolerance"
  where "tolerance"."recorded_from" <= $1 and ("tolerance"."recorded_to" is null or "tolerance"."recorded_to" > $2) and "withdrawn" = $3
  order by "kpi_id", "from_month";
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_from" <= $1 and ("kpi_definition"."recorded_to" is null or "kpi_definition"."recorded_to" > $2)
  order by "kpi_id", "from_month";

-- jobs.add (SQLite)
insert into "job" ("public_id", "kind", "input", "by_id", "state", "progress", "outcome", "attempts", "created_at", "run_after", "held_by", "held_until", "last_error")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- jobs.add (PostgreSQL)
insert into "job" ("public_id", "kind", "input", "by_id", "state", "progress", "outcome", "attempts", "created_at", "run_after", "held_by", "held_until", "last_error")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- jobs.addOnce (SQLite)
insert into "job" ("public_id", "kind", "input", "by_id", "state", "progress", "outcome", "attempts", "created_at", "run_after", "held_by", "held_until", "last_error")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict ("public_id") do nothing;

-- jobs.addOnce (PostgreSQL)
insert into "job" ("public_id", "kind", "input", "by_id", "state", "progress", "outcome", "attempts", "created_at", "run_after", "held_by", "held_until", "last_error")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict ("public_id") do nothing;

-- jobs.find (SQLite)
select *
  from "job"
  where "public_id" = ?;

-- jobs.find (PostgreSQL)
select *
  from "job"
  where "public_id" = $1;

-- jobs.claim (SQLite)
update "job"
  set "state" = ?, "held_by" = ?, "held_until" = ?, "attempts" = "attempts" + ?
  where "id" = (select "id"
  from "job"
  where "kind" in (?) and (("state" = ? and "run_after" <= ?) or ("state" = ? and "held_until" < ?))
  order by "id"
  limit ?) and ("state" = ? or "held_until" < ?)
  returning *;

-- jobs.claim (PostgreSQL)
update "job"
  set "state" = $1, "held_by" = $2, "held_until" = $3, "attempts" = "attempts" + $4
  where "id" = (select "id"
  from "job"
  where "kind" in ($5) and (("state" = $6 and "run_after" <= $7) or ("state" = $8 and "held_until" < $9))
  order by "id"
  limit $10) and ("state" = $11 or "held_until" < $12)
  returning *;

-- jobs.report (SQLite)
update "job"
  set "progress" = ?, "held_until" = ?
  where "public_id" = ? and "held_by" = ? and "state" = ?;

-- jobs.report (PostgreSQL)
update "job"
  set "progress" = $1, "held_until" = $2
  where "public_id" = $3 and "held_by" = $4 and "state" = $5;

-- jobs.finish (SQLite)
update "job"
  set "state" = ?, "outcome" = ?, "progress" = ?, "held_until" = ?
  where "public_id" = ? and "held_by" = ? and "state" = ?;

-- jobs.finish (PostgreSQL)
update "job"
  set "state" = $1, "outcome" = $2, "progress" = $3, "held_until" = $4
  where "public_id" = $5 and "held_by" = $6 and "state" = $7;

-- jobs.cancel (SQLite)
update "job"
  set "state" = ?, "held_until" = ?
  where "public_id" = ? and "state" in (?, ?);

-- jobs.cancel (PostgreSQL)
update "job"
  set "state" = $1, "held_until" = $2
  where "public_id" = $3 and "state" in ($4, $5);

-- jobs.forget (SQLite)
delete
  from "job"
  where "state" in (?, ?, ?) and "created_at" < ?;

-- jobs.forget (PostgreSQL)
delete
  from "job"
  where "state" in ($1, $2, $3) and "created_at" < $4;

-- jobs.postpone (SQLite)
update "job"
  set "state" = ?, "held_by" = ?, "held_until" = ?, "run_after" = ?, "last_error" = ?
  where "public_id" = ? and "held_by" = ? and "state" = ?;

-- jobs.postpone (PostgreSQL)
update "job"
  set "state" = $1, "held_by" = $2, "held_until" = $3, "run_after" = $4, "last_error" = $5
  where "public_id" = $6 and "held_by" = $7 and "state" = $8;

-- jobs.list (SQLite)
select *
  from "job"
  where "kind" in (?)
  order by "id" desc
  limit ?;

-- jobs.list (PostgreSQL)
select *
  from "job"
  where "kind" in ($1)
  order by "id" desc
  limit $2;

-- jobs.restart (SQLite)
update "job"
  set "state" = ?, "attempts" = ?, "progress" = ?, "run_after" = ?, "held_by" = ?, "held_until" = ?
  where "public_id" = ? and "state" in (?, ?);

-- jobs.restart (PostgreSQL)
update "job"
  set "state" = $1, "attempts" = $2, "progress" = $3, "run_after" = $4, "held_by" = $5, "held_until" = $6
  where "public_id" = $7 and "state" in ($8, $9);

-- kpis.list (SQLite)
select "k"."id", "k"."code", "v"."n", "v"."owner_id" as "owner", "v"."theme_id" as "theme", "v"."timing"
  from "kpi" as "k"
  inner join "kpi_version" as "v" on "v"."kpi_id" = "k"."id"
  where "v"."recorded_to" is null
  order by "k"."code";

-- kpis.list (PostgreSQL)
select "k"."id", "k"."code", "v"."n", "v"."owner_id" as "owner", "v"."theme_id" as "theme", "v"."timing"
  from "kpi" as "k"
  inner join "kpi_version" as "v" on "v"."kpi_id" = "k"."id"
  where "v"."recorded_to" is null
  order by "k"."code";

-- kpis.themesOf (SQLite)
select "v"."kpi_id", "t"."code"
  from "kpi_version" as "v"
  inner join "theme" as "t" on "t"."id" = "v"."theme_id"
  where "v"."recorded_to" is null;

-- kpis.themesOf (PostgreSQL)
select "v"."kpi_id", "t"."code"
  from "kpi_version" as "v"
  inner join "theme" as "t" on "t"."id" = "v"."theme_id"
  where "v"."recorded_to" is null;

-- kpis.withResults (SQLite)
select "k"."id"
  from "kpi" as "k"
  where exists (select "m"."id"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "a"."kpi_id" = "k"."id"
  limit ?);

-- kpis.withResults (PostgreSQL)
select "k"."id"
  from "kpi" as "k"
  where exists (select "m"."id"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "a"."kpi_id" = "k"."id"
  limit $1);

-- kpis.idsOf (SQLite)
select *
  from "kpi"
  where "code" = ? and true;

-- kpis.idsOf (PostgreSQL)
select "kpi".*
  from unnest($1::text[]) as given ("code")
  join "kpi" on "kpi"."code" = given."code"
  where true;

-- kpis.definitionsOf (SQLite)
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_to" is null and "kpi_id" in (?)
  order by "kpi_id", "from_month";

-- kpis.definitionsOf (PostgreSQL)
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_to" is null and "kpi_id" in ($1)
  order by "kpi_id", "from_month";

-- kpis.tolerancesOf (SQLite)
select "kpi_id", "from_month", "kind", "amount"
  from "tolerance"
  where "tolerance"."recorded_to" is null and "withdrawn" = ? and "kpi_id" in (?)
  order by "kpi_id", "from_month";

-- kpis.tolerancesOf (PostgreSQL)
select "kpi_id", "from_month", "kind", "amount"
  from "tolerance"
  where "tolerance"."recorded_to" is null and "withdrawn" = $1 and "kpi_id" in ($2)
  order by "kpi_id", "from_month";

-- kpis.termsOf (SQLite)
select "a"."kpi_id", "a"."unit_id", "t"."assignment_id", "t"."from_month", "t"."to_month", "t"."entered_by", "t"."approver_id", "t"."deputy_id", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?)
  order by "a"."kpi_id", "a"."unit_id", "t"."from_month";

-- kpis.termsOf (PostgreSQL)
select "a"."kpi_id", "a"."unit_id", "t"."assignment_id", "t"."from_month", "t"."to_month", "t"."entered_by", "t"."approver_id", "t"."deputy_id", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = $1 and "a"."kpi_id" in ($2) and "a"."unit_id" in ($3, $4)
  order by "a"."kpi_id", "a"."unit_id", "t"."from_month";

-- kpis.targetsOf (SQLite)
select "kpi_id", "unit_id", "month", "n", "value", "low", "high", "share", "stretch", "benchmark", "reason", "approved_by"
  from "target"
  where "target"."recorded_to" is null and "withdrawn" = ? and "kpi_id" in (?) and "month" >= ? and "month" <= ? and "unit_id" in (?, ?)
  order by "kpi_id", "unit_id", "month";

-- kpis.targetsOf (PostgreSQL)
select "kpi_id", "unit_id", "month", "n", "value", "low", "high", "share", "stretch", "benchmark", "reason", "approved_by"
  from "target"
  where "target"."recorded_to" is null and "withdrawn" = $1 and "kpi_id" in ($2) and "month" >= $3 and "month" <= $4 and "unit_id" in ($5, $6)
  order by "kpi_id", "unit_id", "month";

-- kpis.deviationsOf (SQLite)
select "kpi_id", "unit_id", "from_month", "until_month", "value", "low", "high", "reason"
  from "accepted_deviation"
  where "accepted_deviation"."recorded_to" is null and "withdrawn" = ? and "kpi_id" in (?) and "unit_id" in (?, ?)
  order by "from_month";

-- kpis.deviationsOf (PostgreSQL)
select "kpi_id", "unit_id", "from_month", "until_month", "value", "low", "high", "reason"
  from "accepted_deviation"
  where "accepted_deviation"."recorded_to" is null and "withdrawn" = $1 and "kpi_id" in ($2) and "unit_id" in ($3, $4)
  order by "from_month";

-- kpis.phasesOf (SQLite)
select "kpi_id", "unit_id", "from_month", "reason", "by_id", "n", "recorded_from"
  from "process_phase"
  where "process_phase"."recorded_to" is null and "withdrawn" = ? and "unit_id" in (?, ?) and "kpi_id" in (?)
  order by "from_month";

-- kpis.phasesOf (PostgreSQL)
select "kpi_id", "unit_id", "from_month", "reason", "by_id", "n", "recorded_from"
  from "process_phase"
  where "process_phase"."recorded_to" is null and "withdrawn" = $1 and "unit_id" in ($2, $3) and "kpi_id" in ($4)
  order by "from_month";

-- kpis.annotationsOf (SQLite)
select "public_id", "kpi_id", "unit_id", "from_month", "to_month", "kind", "text", "by_id", "recorded_from"
  from "annotation"
  where "annotation"."recorded_to" is null and "withdrawn" = ? and "unit_id" in (?, ?) and "kpi_id" in (?)
  order by "from_month", "public_id";

-- kpis.annotationsOf (PostgreSQL)
select "public_id", "kpi_id", "unit_id", "from_month", "to_month", "kind", "text", "by_id", "recorded_from"
  from "annotation"
  where "annotation"."recorded_to" is null and "withdrawn" = $1 and "unit_id" in ($2, $3) and "kpi_id" in ($4)
  order by "from_month", "public_id";

-- kpis.annotationCounts (SQLite)
select "kpi_id", count(*) as "count"
  from "annotation"
  where "annotation"."recorded_to" is null and "withdrawn" = ? and "unit_id" = ?
  group by "kpi_id";

-- kpis.annotationCounts (PostgreSQL)
select "kpi_id", count(*) as "count"
  from "annotation"
  where "annotation"."recorded_to" is null and "withdrawn" = $1 and "unit_id" = $2
  group by "kpi_id";

-- objectives.list (SQLite)
select "o"."code", "v"."n" as "version", "v"."fiscal_year" as "fiscalYear", "u"."code" as "unit", "t"."code" as "theme", "parent"."code" as "parent", "owner"."code" as "owner", "v"."statement", "v"."state", "v"."policy_sentence_id" as "policySentence", "v"."plan_what" as "what", "v"."plan_resources" as "resources", "v"."plan_who" as "who", "v"."plan_when" as "when", "v"."plan_evaluation" as "evaluation"
  from "objective" as "o"
  inner join "objective_version" as "v" on "v"."objective_id" = "o"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  inner join "theme" as "t" on "t"."id" = "v"."theme_id"
  left join "objective" as "parent" on "parent"."id" = "v"."parent_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  where "v"."recorded_to" is null and "v"."fiscal_year" = ?
  order by "o"."code";

-- objectives.list (PostgreSQL)
select "o"."code", "v"."n" as "version", "v"."fiscal_year" as "fiscalYear", "u"."code" as "unit", "t"."code" as "theme", "parent"."code" as "parent", "owner"."code" as "owner", "v"."statement", "v"."state", "v"."policy_sentence_id" as "policySentence", "v"."plan_what" as "what", "v"."plan_resources" as "resources", "v"."plan_who" as "who", "v"."plan_when" as "when", "v"."plan_evaluation" as "evaluation"
  from "objective" as "o"
  inner join "objective_version" as "v" on "v"."objective_id" = "o"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  inner join "theme" as "t" on "t"."id" = "v"."theme_id"
  left join "objective" as "parent" on "parent"."id" = "v"."parent_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  where "v"."recorded_to" is null and "v"."fiscal_year" = $1
  order by "o"."code";

-- objectives.kpis (SQLite)
select "o"."code" as "objective", "k"."code" as "kpi", "l"."weight"
  from "objective_kpi" as "l"
  inner join "objective" as "o" on "o"."id" = "l"."objective_id"
  inner join "kpi" as "k" on "k"."id" = "l"."kpi_id"
  where "l"."recorded_to" is null and "l"."withdrawn" = ?
  order by "o"."code", "l"."weight" desc, "k"."code";

-- objectives.kpis (PostgreSQL)
select "o"."code" as "objective", "k"."code" as "kpi", "l"."weight"
  from "objective_kpi" as "l"
  inner join "objective" as "o" on "o"."id" = "l"."objective_id"
  inner join "kpi" as "k" on "k"."id" = "l"."kpi_id"
  where "l"."recorded_to" is null and "l"."withdrawn" = $1
  order by "o"."code", "l"."weight" desc, "k"."code";

-- organisation.find (SQLite)
select *
  from "organisation"
  where "organisation"."recorded_to" is null;

-- organisation.find (PostgreSQL)
select *
  from "organisation"
  where "organisation"."recorded_to" is null;

-- organisation.firstMonth (SQLite)
select "month"
  from "kept_month"
  order by "month"
  limit ?;

-- organisation.firstMonth (PostgreSQL)
select "month"
  from "kept_month"
  order by "month"
  limit $1;

-- organisation.hasResults (SQLite)
select "id"
  from "measurement"
  limit ?;

-- organisation.hasResults (PostgreSQL)
select "id"
  from "measurement"
  limit $1;

-- organisation.units (SQLite)
select "unit"."id", "unit"."code", "unit_version"."name", "unit_version"."kind", "unit_version"."n" as "version"
  from "unit"
  inner join "unit_version" on "unit_version"."unit_id" = "unit"."id"
  where "unit_version"."recorded_to" is null
  order by "unit"."code";

-- organisation.units (PostgreSQL)
select "unit"."id", "unit"."code", "unit_version"."name", "unit_version"."kind", "unit_version"."n" as "version"
  from "unit"
  inner join "unit_version" on "unit_version"."unit_id" = "unit"."id"
  where "unit_version"."recorded_to" is null
  order by "unit"."code";

-- organisation.unitIds (SQLite)
select *
  from "unit"
  where "code" = ? and true;

-- organisation.unitIds (PostgreSQL)
select "unit".*
  from unnest($1::text[]) as given ("code")
  join "unit" on "unit"."code" = given."code"
  where true;

-- organisation.edges (SQLite)
select "child"."code" as "child", "parent"."code" as "parent", "unit_edge"."from_month" as "from", "unit_edge"."ends"
  from "unit_edge"
  inner join "unit" as "child" on "child"."id" = "unit_edge"."child_id"
  left join "unit" as "parent" on "parent"."id" = "unit_edge"."parent_id"
  where "unit_edge"."recorded_to" is null and "unit_edge"."withdrawn" = ?
  order by "child"."code", "unit_edge"."from_month";

-- organisation.edges (PostgreSQL)
select "child"."code" as "child", "parent"."code" as "parent", "unit_edge"."from_month" as "from", "unit_edge"."ends"
  from "unit_edge"
  inner join "unit" as "child" on "child"."id" = "unit_edge"."child_id"
  left join "unit" as "parent" on "parent"."id" = "unit_edge"."parent_id"
  where "unit_edge"."recorded_to" is null and "unit_edge"."withdrawn" = $1
  order by "child"."code", "unit_edge"."from_month";

-- organisation.periodStates (SQLite)
select "u"."code" as "unit", "p"."month", "p"."state", "by"."code" as "by", "p"."recorded_from" as "at", "p"."n" as "version"
  from "period_state" as "p"
  inner join "unit" as "u" on "u"."id" = "p"."unit_id"
  left join "person" as "by" on "by"."id" = "p"."by_id"
  where "p"."recorded_to" is null and "p"."month" >= ? and "p"."month" <= ? and "u"."code" in (?, ?)
  order by "u"."code", "p"."month";

-- organisation.periodStates (PostgreSQL)
select "u"."code" as "unit", "p"."month", "p"."state", "by"."code" as "by", "p"."recorded_from" as "at", "p"."n" as "version"
  from "period_state" as "p"
  inner join "unit" as "u" on "u"."id" = "p"."unit_id"
  left join "person" as "by" on "by"."id" = "p"."by_id"
  where "p"."recorded_to" is null and "p"."month" >= $1 and "p"."month" <= $2 and "u"."code" in ($3, $4)
  order by "u"."code", "p"."month";

-- organisation.rightsVersion (SQLite)
select (select "id"
  from "role_grant"
  order by "id" desc
  limit ?) as "grants", (select "id"
  from "person_state"
  order by "id" desc
  limit ?) as "states", (select "id"
  from "deputy"
  order by "id" desc
  limit ?) as "deputies", (select "id"
  from "unit_edge"
  order by "id" desc
  limit ?) as "edges", (select "id"
  from "unit_version"
  order by "id" desc
  limit ?) as "units", (select "id"
  from "organisation"
  order by "id" desc
  limit ?) as "settings";

-- organisation.rightsVersion (PostgreSQL)
select (select "id"
  from "role_grant"
  order by "id" desc
  limit $1) as "grants", (select "id"
  from "person_state"
  order by "id" desc
  limit $2) as "states", (select "id"
  from "deputy"
  order by "id" desc
  limit $3) as "deputies", (select "id"
  from "unit_edge"
  order by "id" desc
  limit $4) as "edges", (select "id"
  from "unit_version"
  order by "id" desc
  limit $5) as "units", (select "id"
  from "organisation"
  order by "id" desc
  limit $6) as "settings";

-- people.list (SQLite)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null
  order by "person"."code";

-- people.list (PostgreSQL)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null
  order by "person"."code";

-- people.codes (SQLite)
select "id", "code"
  from "person";

-- people.codes (PostgreSQL)
select "id", "code"
  from "person";

-- people.findByCode (SQLite)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person"."code" = ?;

-- people.findByCode (PostgreSQL)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person"."code" = $1;

-- people.findByEmail (SQLite)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person_name"."email" = ?;

-- people.findByEmail (PostgreSQL)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person_name"."email" = $1;

-- people.findByAccount (SQLite)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person_name"."user_id" = ?;

-- people.findByAccount (PostgreSQL)
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person_name"."user_id" = $1;

-- people.grants (SQLite)
select "role_grant"."grant_no" as "no", "role_grant"."person_id" as "personId", "role_grant"."role", "unit"."code" as "unit", "role_grant"."from_date" as "from", "role_grant"."to_date" as "to", "role_grant"."n" as "version"
  from "role_grant"
  left join "unit" on "unit"."id" = "role_grant"."unit_id"
  where "role_grant"."recorded_to" is null and "role_grant"."withdrawn" = ?
  order by "role_grant"."grant_no";

-- people.grants (PostgreSQL)
select "role_grant"."grant_no" as "no", "role_grant"."person_id" as "personId", "role_grant"."role", "unit"."code" as "unit", "role_grant"."from_date" as "from", "role_grant"."to_date" as "to", "role_grant"."n" as "version"
  from "role_grant"
  left join "unit" on "unit"."id" = "role_grant"."unit_id"
  where "role_grant"."recorded_to" is null and "role_grant"."withdrawn" = $1
  order by "role_grant"."grant_no";

-- results.findOpen (SQLite)
select *
  from "measurement"
  where "assignment_id" = ? and "period" = ? and "measurement"."recorded_to" is null;

-- results.findOpen (PostgreSQL)
select "measurement".*
  from unnest($1::integer[], $2::text[]) as given ("assignment_id", "period")
  join "measurement" on "measurement"."assignment_id" = given."assignment_id" and "measurement"."period" = given."period"
  where "measurement"."recorded_to" is null;

-- results.list (SQLite)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "m"."counts" = ? and "a"."unit_id" in (?, ?) and "a"."kpi_id" in (?) and "m"."period" >= ? and "m"."period" <= ? and (m.assignment_id, m.period) > (?, ?)
  order by "m"."assignment_id", "m"."period"
  limit ?;

-- results.list (PostgreSQL)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "m"."counts" = $1 and "a"."unit_id" in ($2, $3) and "a"."kpi_id" in ($4) and "m"."period" >= $5 and "m"."period" <= $6 and (m.assignment_id, m.period) > ($7, $8)
  order by "m"."assignment_id", "m"."period"
  limit $9;

-- results.openBetween (SQLite)
select *
  from "measurement"
  where "recorded_to" is null and "assignment_id" in (?) and "period" >= ? and "period" <= ?;

-- results.openBetween (PostgreSQL)
select *
  from "measurement"
  where "recorded_to" is null and "assignment_id" in ($1) and "period" >= $2 and "period" <= $3;

-- results.restatements (SQLite)
select "m"."period", "m"."recorded_from" as "at"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."counts" = ? and "m"."restatement" = ? and "a"."kpi_id" = ? and "a"."unit_id" in (?, ?)
  order by "m"."period", "m"."recorded_from";

-- results.restatements (PostgreSQL)
select "m"."period", "m"."recorded_from" as "at"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."counts" = $1 and "m"."restatement" = $2 and "a"."kpi_id" = $3 and "a"."unit_id" in ($4, $5)
  order by "m"."period", "m"."recorded_from";

-- results.findNewestEntry (SQLite)
select max("m"."recorded_from") as "at"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."counts" = ? and "m"."period" = ? and "a"."kpi_id" = ? and "a"."unit_id" in (?, ?);

-- results.findNewestEntry (PostgreSQL)
select max("m"."recorded_from") as "at"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."counts" = $1 and "m"."period" = $2 and "a"."kpi_id" = $3 and "a"."unit_id" in ($4, $5);

-- results.openOfUnit (SQLite)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "a"."unit_id" = ? and "m"."period" in (?)
  order by "m"."period", "m"."n";

-- results.openOfUnit (PostgreSQL)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "a"."unit_id" = $1 and "m"."period" in ($2)
  order by "m"."period", "m"."n";

-- results.history (SQLite)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "a"."kpi_id" = ? and "a"."unit_id" in (?, ?) and "m"."period" >= ? and "m"."period" <= ?
  order by "m"."period" desc, "u"."code", "m"."n" desc
  limit ?;

-- results.history (PostgreSQL)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "a"."kpi_id" = $1 and "a"."unit_id" in ($2, $3) and "m"."period" >= $4 and "m"."period" <= $5
  order by "m"."period" desc, "u"."code", "m"."n" desc
  limit $6;

-- results.history, as of an instant (SQLite)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "a"."kpi_id" = ? and "a"."unit_id" in (?, ?) and "m"."period" >= ? and "m"."period" <= ? and "m"."recorded_from" <= ?
  order by "m"."period" desc, "u"."code", "m"."n" desc
  limit ?;

-- results.history, as of an instant (PostgreSQL)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "a"."kpi_id" = $1 and "a"."unit_id" in ($2, $3) and "m"."period" >= $4 and "m"."period" <= $5 and "m"."recorded_from" <= $6
  order by "m"."period" desc, "u"."code", "m"."n" desc
  limit $7;

-- results.waiting (SQLite)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "m"."counts" = 0 and "m"."state" = ? and "a"."unit_id" in (?, ?) and "m"."period" in (?)
  order by "m"."assignment_id", "m"."period";

-- results.waiting (PostgreSQL)
select "m".*, "a"."kpi_id", "k"."code" as "kpi_code", "a"."unit_id", "u"."code" as "unit_code", "p"."code" as "by_code"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  inner join "kpi" as "k" on "k"."id" = "a"."kpi_id"
  inner join "unit" as "u" on "u"."id" = "a"."unit_id"
  left join "person" as "p" on "p"."id" = "m"."by_id"
  where "m"."recorded_to" is null and "m"."counts" = 0 and "m"."state" = $1 and "a"."unit_id" in ($2, $3) and "m"."period" in ($4)
  order by "m"."assignment_id", "m"."period";

-- results.findNewestPeriod (SQLite)
select "m"."period"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."counts" = ? and "m"."kind" <> ? and "a"."kpi_id" = ? and "a"."unit_id" = ?
  order by "m"."period" desc
  limit ?;

-- results.findNewestPeriod (PostgreSQL)
select "m"."period"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."counts" = $1 and "m"."kind" <> $2 and "a"."kpi_id" = $3 and "a"."unit_id" = $4
  order by "m"."period" desc
  limit $5;

-- results.punctuality (SQLite)
select "a"."unit_id", "m"."period", count(distinct m.assignment_id) as "reported", count(distinct case when (select min(f.recorded_from)
  from measurement as f
  where f.assignment_id = m.assignment_id and f.period = m.period and f.state in ('submitted', 'approved')) > case m.period when ? then cast(? as bigint) end then m.assignment_id end) as "late"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."kind" <> ? and "m"."state" in (?, ?) and "a"."unit_id" in (?, ?) and "m"."period" >= ? and "m"."period" <= ?
  group by "a"."unit_id", "m"."period"
  order by "a"."unit_id", "m"."period";

-- results.punctuality (PostgreSQL)
select "a"."unit_id", "m"."period", count(distinct m.assignment_id) as "reported", count(distinct case when (select min(f.recorded_from)
  from measurement as f
  where f.assignment_id = m.assignment_id and f.period = m.period and f.state in ('submitted', 'approved')) > case m.period when $1 then cast($2 as bigint) end then m.assignment_id end) as "late"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."recorded_to" is null and "m"."kind" <> $3 and "m"."state" in ($4, $5) and "a"."unit_id" in ($6, $7) and "m"."period" >= $8 and "m"."period" <= $9
  group by "a"."unit_id", "m"."period"
  order by "a"."unit_id", "m"."period";

-- results.datedChanges (SQLite)
select "c".*, "u"."code" as "unit_code"
  from "dated_change" as "c"
  left join "unit" as "u" on "u"."id" = "c"."unit_id"
  where "c"."recorded_to" is null and "c"."state" in (?) and "c"."change_no" = ?
  order by "c"."change_no" desc;

-- results.datedChanges (PostgreSQL)
select "c".*, "u"."code" as "unit_code"
  from "dated_change" as "c"
  left join "unit" as "u" on "u"."id" = "c"."unit_id"
  where "c"."recorded_to" is null and "c"."state" in ($1) and "c"."change_no" = $2
  order by "c"."change_no" desc;

-- results.flagsOf (SQLite)
select "measurement_id", "rule", "answer", "answered_by"
  from "quality_flag"
  where "quality_flag"."recorded_to" is null and "measurement_id" in (?)
  order by "measurement_id", "rule";

-- results.flagsOf (PostgreSQL)
select "measurement_id", "rule", "answer", "answered_by"
  from "quality_flag"
  where "quality_flag"."recorded_to" is null and "measurement_id" in ($1)
  order by "measurement_id", "rule";

-- agreement.proposals (SQLite)
select "p"."public_id" as "id", "p"."n" as "version", "o"."code" as "objective", "by"."code" as "by", "k"."code" as "kpi", "p"."answers", "p"."target", "p"."text", "p"."outcome", "settled"."code" as "settledBy", "p"."recorded_from" as "at"
  from "objective_proposal" as "p"
  inner join "objective" as "o" on "o"."id" = "p"."objective_id"
  left join "person" as "by" on "by"."id" = "p"."by_id"
  left join "person" as "settled" on "settled"."id" = "p"."settled_by"
  left join "kpi" as "k" on "k"."id" = "p"."kpi_id"
  where "p"."recorded_to" is null and "o"."code" = ?
  order by "p"."public_id";

-- agreement.proposals (PostgreSQL)
select "p"."public_id" as "id", "p"."n" as "version", "o"."code" as "objective", "by"."code" as "by", "k"."code" as "kpi", "p"."answers", "p"."target", "p"."text", "p"."outcome", "settled"."code" as "settledBy", "p"."recorded_from" as "at"
  from "objective_proposal" as "p"
  inner join "objective" as "o" on "o"."id" = "p"."objective_id"
  left join "person" as "by" on "by"."id" = "p"."by_id"
  left join "person" as "settled" on "settled"."id" = "p"."settled_by"
  left join "kpi" as "k" on "k"."id" = "p"."kpi_id"
  where "p"."recorded_to" is null and "o"."code" = $1
  order by "p"."public_id";

-- agreement.acknowledgements (SQLite)
select "o"."code" as "objective", "p"."code" as "person", "a"."revision", "a"."recorded_from" as "at"
  from "acknowledgement" as "a"
  inner join "objective" as "o" on "o"."id" = "a"."objective_id"
  inner join "person" as "p" on "p"."id" = "a"."person_id"
  where "a"."recorded_to" is null
  order by "o"."id", "p"."id";

-- agreement.acknowledgements (PostgreSQL)
select "o"."code" as "objective", "p"."code" as "person", "a"."revision", "a"."recorded_from" as "at"
  from "acknowledgement" as "a"
  inner join "objective" as "o" on "o"."id" = "a"."objective_id"
  inner join "person" as "p" on "p"."id" = "a"."person_id"
  where "a"."recorded_to" is null
  order by "o"."id", "p"."id";

-- agreement.commitments (SQLite)
select "c"."public_id" as "id", "c"."n" as "version", "p"."code" as "person", "o"."code" as "objective", "c"."text", "c"."account", "c"."reviewed_on" as "reviewedOn"
  from "commitment" as "c"
  inner join "objective" as "o" on "o"."id" = "c"."objective_id"
  inner join "person" as "p" on "p"."id" = "c"."person_id"
  where "c"."recorded_to" is null and "c"."withdrawn" = ?
  order by "c"."public_id";

-- agreement.commitments (PostgreSQL)
select "c"."public_id" as "id", "c"."n" as "version", "p"."code" as "person", "o"."code" as "objective", "c"."text", "c"."account", "c"."reviewed_on" as "reviewedOn"
  from "commitment" as "c"
  inner join "objective" as "o" on "o"."id" = "c"."objective_id"
  inner join "person" as "p" on "p"."id" = "c"."person_id"
  where "c"."recorded_to" is null and "c"."withdrawn" = $1
  order by "c"."public_id";

-- agreement.lineage (SQLite)
select "o"."code" as "objective", "p"."code" as "previous"
  from "objective_lineage" as "l"
  inner join "objective" as "o" on "o"."id" = "l"."objective_id"
  inner join "objective" as "p" on "p"."id" = "l"."previous_id"
  where "l"."recorded_to" is null
  order by "o"."id";

-- agreement.lineage (PostgreSQL)
select "o"."code" as "objective", "p"."code" as "previous"
  from "objective_lineage" as "l"
  inner join "objective" as "o" on "o"."id" = "l"."objective_id"
  inner join "objective" as "p" on "p"."id" = "l"."previous_id"
  where "l"."recorded_to" is null
  order by "o"."id";

-- agreement.closings (SQLite)
select "o"."code" as "objective", "c"."n" as "version", "c"."outcome", "c"."assessment", "by"."code" as "by"
  from "objective_closing" as "c"
  inner join "objective" as "o" on "o"."id" = "c"."objective_id"
  left join "person" as "by" on "by"."id" = "c"."by_id"
  where "c"."recorded_to" is null
  order by "o"."id";

-- agreement.closings (PostgreSQL)
select "o"."code" as "objective", "c"."n" as "version", "c"."outcome", "c"."assessment", "by"."code" as "by"
  from "objective_closing" as "c"
  inner join "objective" as "o" on "o"."id" = "c"."objective_id"
  left join "person" as "by" on "by"."id" = "c"."by_id"
  where "c"."recorded_to" is null
  order by "o"."id";

-- duties.deputies (SQLite)
select "d"."public_id" as "id", "d"."n" as "version", "p"."code" as "person", "q"."code" as "deputy", "d"."from_date" as "from", "d"."to_date" as "to", "d"."reason"
  from "deputy" as "d"
  inner join "person" as "p" on "p"."id" = "d"."person_id"
  inner join "person" as "q" on "q"."id" = "d"."deputy_id"
  where "d"."recorded_to" is null and "d"."withdrawn" = ?
  order by "d"."from_date", "d"."public_id";

-- duties.deputies (PostgreSQL)
select "d"."public_id" as "id", "d"."n" as "version", "p"."code" as "person", "q"."code" as "deputy", "d"."from_date" as "from", "d"."to_date" as "to", "d"."reason"
  from "deputy" as "d"
  inner join "person" as "p" on "p"."id" = "d"."person_id"
  inner join "person" as "q" on "q"."id" = "d"."deputy_id"
  where "d"."recorded_to" is null and "d"."withdrawn" = $1
  order by "d"."from_date", "d"."public_id";

-- duties.handOvers (SQLite)
select "h"."public_id" as "id", "h"."n" as "version", "p"."code" as "from", "q"."code" as "to", "h"."on_date" as "on", "h"."items", "h"."reason", "by"."code" as "by", "h"."state"
  from "hand_over" as "h"
  inner join "person" as "p" on "p"."id" = "h"."from_id"
  inner join "person" as "q" on "q"."id" = "h"."to_id"
  left join "person" as "by" on "by"."id" = "h"."by_id"
  where "h"."recorded_to" is null
  order by "h"."on_date", "h"."public_id";

-- duties.handOvers (PostgreSQL)
select "h"."public_id" as "id", "h"."n" as "version", "p"."code" as "from", "q"."code" as "to", "h"."on_date" as "on", "h"."items", "h"."reason", "by"."code" as "by", "h"."state"
  from "hand_over" as "h"
  inner join "person" as "p" on "p"."id" = "h"."from_id"
  inner join "person" as "q" on "q"."id" = "h"."to_id"
  left join "person" as "by" on "by"."id" = "h"."by_id"
  where "h"."recorded_to" is null
  order by "h"."on_date", "h"."public_id";

-- duties.actedFor (SQLite)
select "a"."event", "p"."code"
  from "acted_for" as "a"
  inner join "person" as "p" on "p"."id" = "a"."for_id"
  where "a"."event" in (?)
  order by "a"."id";

-- duties.actedFor (PostgreSQL)
select "a"."event", "p"."code"
  from "acted_for" as "a"
  inner join "person" as "p" on "p"."id" = "a"."for_id"
  where "a"."event" in ($1)
  order by "a"."id";

-- notices.setting (SQLite)
select *
  from "notice_setting"
  where "notice_setting"."recorded_to" is null;

-- notices.setting (PostgreSQL)
select *
  from "notice_setting"
  where "notice_setting"."recorded_to" is null;

-- notices.choices (SQLite)
select *
  from "person_notice"
  where "person_notice"."recorded_to" is null;

-- notices.choices (PostgreSQL)
select *
  from "person_notice"
  where "person_notice"."recorded_to" is null;

-- notices.wasSent (SQLite)
select "at"
  from "notice_sent"
  where "person_id" = ? and "kind" = ? and "period" = ? and "no" = ?;

-- notices.wasSent (PostgreSQL)
select "at"
  from "notice_sent"
  where "person_id" = $1 and "kind" = $2 and "period" = $3 and "no" = $4;

-- notices.keepSent (SQLite)
insert into "notice_sent" ("person_id", "kind", "period", "no", "at")
  values (?, ?, ?, ?, ?)
  on conflict ("person_id", "kind", "period", "no") do nothing;

-- notices.keepSent (PostgreSQL)
insert into "notice_sent" ("person_id", "kind", "period", "no", "at")
  values ($1, $2, $3, $4, $5)
  on conflict ("person_id", "kind", "period", "no") do nothing;

-- notices.seen (SQLite)
select "seen"
  from "alert_seen"
  where "person_id" = ?;

-- notices.seen (PostgreSQL)
select "seen"
  from "alert_seen"
  where "person_id" = $1;

-- notices.keepSeen (SQLite)
insert into "alert_seen" ("person_id", "seen", "at")
  values (?, ?, ?)
  on conflict ("person_id") do update
  set "seen" = ?, "at" = ?;

-- notices.keepSeen (PostgreSQL)
insert into "alert_seen" ("person_id", "seen", "at")
  values ($1, $2, $3)
  on conflict ("person_id") do update
  set "seen" = $4, "at" = $5;

-- context.parties (SQLite)
select "p"."code", "v"."n" as "version", "v"."name", "v"."kind"
  from "party" as "p"
  inner join "party_version" as "v" on "v"."party_id" = "p"."id"
  where "v"."recorded_to" is null and "v"."withdrawn" = ?
  order by "p"."id";

-- context.parties (PostgreSQL)
select "p"."code", "v"."n" as "version", "v"."name", "v"."kind"
  from "party" as "p"
  inner join "party_version" as "v" on "v"."party_id" = "p"."id"
  where "v"."recorded_to" is null and "v"."withdrawn" = $1
  order by "p"."id";

-- context.needs (SQLite)
select "i"."code", "v"."n" as "version", "p"."code" as "party", "u"."code" as "unit", "v"."text", "v"."requirement", "v"."reviewed_on" as "reviewedOn"
  from "need" as "i"
  inner join "need_version" as "v" on "v"."need_id" = "i"."id"
  inner join "party" as "p" on "p"."id" = "v"."party_id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = ?
  order by "i"."id";

-- context.needs (PostgreSQL)
select "i"."code", "v"."n" as "version", "p"."code" as "party", "u"."code" as "unit", "v"."text", "v"."requirement", "v"."reviewed_on" as "reviewedOn"
  from "need" as "i"
  inner join "need_version" as "v" on "v"."need_id" = "i"."id"
  inner join "party" as "p" on "p"."id" = "v"."party_id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = $1
  order by "i"."id";

-- context.risks (SQLite)
select "i"."code", "v"."n" as "version", "v"."kind", "u"."code" as "unit", "v"."text", "v"."likelihood", "v"."consequence", "v"."treatment", "owner"."code" as "owner", "v"."verdict", "v"."verdict_reason" as "verdictReason"
  from "risk" as "i"
  inner join "risk_version" as "v" on "v"."risk_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = ?
  order by "i"."id";

-- context.risks (PostgreSQL)
select "i"."code", "v"."n" as "version", "v"."kind", "u"."code" as "unit", "v"."text", "v"."likelihood", "v"."consequence", "v"."treatment", "owner"."code" as "owner", "v"."verdict", "v"."verdict_reason" as "verdictReason"
  from "risk" as "i"
  inner join "risk_version" as "v" on "v"."risk_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = $1
  order by "i"."id";

-- context.issues (SQLite)
select "i"."code", "v"."n" as "version", "v"."kind", "u"."code" as "unit", "v"."text", "v"."reviewed_on" as "reviewedOn"
  from "issue" as "i"
  inner join "issue_version" as "v" on "v"."issue_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = ?
  order by "i"."id";

-- context.issues (PostgreSQL)
select "i"."code", "v"."n" as "version", "v"."kind", "u"."code" as "unit", "v"."text", "v"."reviewed_on" as "reviewedOn"
  from "issue" as "i"
  inner join "issue_version" as "v" on "v"."issue_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = $1
  order by "i"."id";

-- context.links (SQLite)
select "f"."code" as "from", "t"."code" as "to"
  from "objective_risk" as "l"
  inner join "objective" as "f" on "f"."id" = "l"."objective_id"
  inner join "risk" as "t" on "t"."id" = "l"."risk_id"
  where "l"."recorded_to" is null and "l"."withdrawn" = ?
  order by "f"."id", "t"."id";

-- context.links (PostgreSQL)
select "f"."code" as "from", "t"."code" as "to"
  from "objective_risk" as "l"
  inner join "objective" as "f" on "f"."id" = "l"."objective_id"
  inner join "risk" as "t" on "t"."id" = "l"."risk_id"
  where "l"."recorded_to" is null and "l"."withdrawn" = $1
  order by "f"."id", "t"."id";

-- reviews.decisions (SQLite)
select "d"."code", "v"."n" as "version", "v"."kind", "u"."code" as "unit", "k"."code" as "kpi", "owner"."code" as "owner", "v"."text", "v"."options", "v"."rationale", "v"."decided_on" as "decidedOn", "v"."review_on" as "reviewOn", "v"."evidence_snapshot" as "evidence", "r"."code" as "review", "old"."code" as "supersedes", "v"."seen"
  from "decision" as "d"
  inner join "decision_version" as "v" on "v"."decision_id" = "d"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "review" as "r" on "r"."id" = "v"."review_id"
  left join "decision" as "old" on "old"."id" = "v"."supersedes_id"
  where "v"."recorded_to" is null and "u"."code" in (?, ?) and "k"."code" in (?)
  order by "v"."decided_on" desc, "d"."id" desc;

-- reviews.decisions (PostgreSQL)
select "d"."code", "v"."n" as "version", "v"."kind", "u"."code" as "unit", "k"."code" as "kpi", "owner"."code" as "owner", "v"."text", "v"."options", "v"."rationale", "v"."decided_on" as "decidedOn", "v"."review_on" as "reviewOn", "v"."evidence_snapshot" as "evidence", "r"."code" as "review", "old"."code" as "supersedes", "v"."seen"
  from "decision" as "d"
  inner join "decision_version" as "v" on "v"."decision_id" = "d"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "kpi" as "k" on "k"."id" = "v"."kpi_id"
  left join "person" as "owner" on "owner"."id" = "v"."owner_id"
  left join "review" as "r" on "r"."id" = "v"."review_id"
  left join "decision" as "old" on "old"."id" = "v"."supersedes_id"
  where "v"."recorded_to" is null and "u"."code" in ($1, $2) and "k"."code" in ($3)
  order by "v"."decided_on" desc, "d"."id" desc;

-- reviews.meetings (SQLite)
select "r"."code", "v"."n" as "version", "v"."title", "v"."level", "u"."code" as "unit", "v"."period", "v"."state", "v"."planned_on" as "plannedOn", "v"."held_on" as "heldOn", "v"."participants", "v"."minutes"
  from "review" as "r"
  inner join "review_version" as "v" on "v"."review_id" = "r"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  where "v"."recorded_to" is null and "u"."code" in (?, ?)
  order by "v"."planned_on" desc, "r"."id" desc;

-- reviews.meetings (PostgreSQL)
select "r"."code", "v"."n" as "version", "v"."title", "v"."level", "u"."code" as "unit", "v"."period", "v"."state", "v"."planned_on" as "plannedOn", "v"."held_on" as "heldOn", "v"."participants", "v"."minutes"
  from "review" as "r"
  inner join "review_version" as "v" on "v"."review_id" = "r"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  where "v"."recorded_to" is null and "u"."code" in ($1, $2)
  order by "v"."planned_on" desc, "r"."id" desc;

-- reviews.inputs (SQLite)
select "r"."code" as "review", "i"."input", "i"."n" as "version", "i"."covered", "i"."note"
  from "review_input" as "i"
  inner join "review" as "r" on "r"."id" = "i"."review_id"
  where "i"."recorded_to" is null and "r"."code" in (?)
  order by "r"."id", "i"."input";

-- reviews.inputs (PostgreSQL)
select "r"."code" as "review", "i"."input", "i"."n" as "version", "i"."covered", "i"."note"
  from "review_input" as "i"
  inner join "review" as "r" on "r"."id" = "i"."review_id"
  where "i"."recorded_to" is null and "r"."code" in ($1)
  order by "r"."id", "i"."input";

-- snapshots.list (SQLite)
select "s"."public_id" as "id", "s"."label", "u"."code" as "unit", "s"."fiscal_year" as "fiscalYear", "s"."period", "s"."as_of" as "asOf", "s"."sha256", "s"."audit_seq" as "seq", "s"."audit_hash" as "hash", "s"."audit_signature" as "signature", "by"."code" as "by", "s"."taken_at" as "takenAt"
  from "snapshot" as "s"
  inner join "unit" as "u" on "u"."id" = "s"."unit_id"
  left join "person" as "by" on "by"."id" = "s"."by_id"
  where "u"."code" in (?)
  order by "s"."id" desc
  limit ?;

-- snapshots.list (PostgreSQL)
select "s"."public_id" as "id", "s"."label", "u"."code" as "unit", "s"."fiscal_year" as "fiscalYear", "s"."period", "s"."as_of" as "asOf", "s"."sha256", "s"."audit_seq" as "seq", "s"."audit_hash" as "hash", "s"."audit_signature" as "signature", "by"."code" as "by", "s"."taken_at" as "takenAt"
  from "snapshot" as "s"
  inner join "unit" as "u" on "u"."id" = "s"."unit_id"
  left join "person" as "by" on "by"."id" = "s"."by_id"
  where "u"."code" in ($1)
  order by "s"."id" desc
  limit $2;

-- snapshots.titles (SQLite)
select "public_id", json_extract("payload", '$.unit') as "unit", json_extract("payload", '$.overview.headline') as "headline", json_array_length("payload", '$.kpis') as "kpis"
  from "snapshot"
  where "public_id" in (?);

-- snapshots.titles (PostgreSQL)
select "public_id", "payload"::json #>> '{unit}' as "unit", "payload"::json #>> '{overview,headline}' as "headline", json_array_length("payload"::json -> 'kpis') as "kpis"
  from "snapshot"
  where "public_id" in ($1);

-- snapshots.find (SQLite)
select "s"."public_id" as "id", "s"."label", "u"."code" as "unit", "s"."fiscal_year" as "fiscalYear", "s"."period", "s"."as_of" as "asOf", "s"."sha256", "s"."audit_seq" as "seq", "s"."audit_hash" as "hash", "s"."audit_signature" as "signature", "by"."code" as "by", "s"."taken_at" as "takenAt", "s"."payload"
  from "snapshot" as "s"
  inner join "unit" as "u" on "u"."id" = "s"."unit_id"
  left join "person" as "by" on "by"."id" = "s"."by_id"
  where "s"."public_id" = ?;

-- snapshots.find (PostgreSQL)
select "s"."public_id" as "id", "s"."label", "u"."code" as "unit", "s"."fiscal_year" as "fiscalYear", "s"."period", "s"."as_of" as "asOf", "s"."sha256", "s"."audit_seq" as "seq", "s"."audit_hash" as "hash", "s"."audit_signature" as "signature", "by"."code" as "by", "s"."taken_at" as "takenAt", "s"."payload"
  from "snapshot" as "s"
  inner join "unit" as "u" on "u"."id" = "s"."unit_id"
  left join "person" as "by" on "by"."id" = "s"."by_id"
  where "s"."public_id" = $1;

-- trainings.list (SQLite)
select "i"."code", "v"."n" as "version", "v"."title", "u"."code" as "unit", "o"."code" as "objective", "a"."code" as "action", "v"."description", "v"."valid_months" as "validMonths"
  from "training" as "i"
  inner join "training_version" as "v" on "v"."training_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "action" as "a" on "a"."id" = "v"."action_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = ?
  order by "i"."id";

-- trainings.list (PostgreSQL)
select "i"."code", "v"."n" as "version", "v"."title", "u"."code" as "unit", "o"."code" as "objective", "a"."code" as "action", "v"."description", "v"."valid_months" as "validMonths"
  from "training" as "i"
  inner join "training_version" as "v" on "v"."training_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  left join "objective" as "o" on "o"."id" = "v"."objective_id"
  left join "action" as "a" on "a"."id" = "v"."action_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = $1
  order by "i"."id";

-- trainings.needs (SQLite)
select "i"."code", "v"."n" as "version", "u"."code" as "unit", "v"."role", "v"."competence", "t"."code" as "training"
  from "competence_need" as "i"
  inner join "competence_need_version" as "v" on "v"."competence_need_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  inner join "training" as "t" on "t"."id" = "v"."training_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = ?
  order by "i"."id";

-- trainings.needs (PostgreSQL)
select "i"."code", "v"."n" as "version", "u"."code" as "unit", "v"."role", "v"."competence", "t"."code" as "training"
  from "competence_need" as "i"
  inner join "competence_need_version" as "v" on "v"."competence_need_id" = "i"."id"
  inner join "unit" as "u" on "u"."id" = "v"."unit_id"
  inner join "training" as "t" on "t"."id" = "v"."training_id"
  where "v"."recorded_to" is null and "v"."withdrawn" = $1
  order by "i"."id";

-- trainings.records (SQLite)
select "r"."public_id" as "id", "r"."n" as "version", "t"."code" as "training", "p"."code" as "person", "u"."code" as "unit", "r"."held_on" as "heldOn", "r"."result", "r"."valid_to" as "validTo", "r"."note"
  from "training_record" as "r"
  inner join "training" as "t" on "t"."id" = "r"."training_id"
  inner join "person" as "p" on "p"."id" = "r"."person_id"
  inner join "unit" as "u" on "u"."id" = "r"."unit_id"
  where "r"."recorded_to" is null and "r"."withdrawn" = ?
  order by "r"."held_on", "r"."public_id";

-- trainings.records (PostgreSQL)
select "r"."public_id" as "id", "r"."n" as "version", "t"."code" as "training", "p"."code" as "person", "u"."code" as "unit", "r"."held_on" as "heldOn", "r"."result", "r"."valid_to" as "validTo", "r"."note"
  from "training_record" as "r"
  inner join "training" as "t" on "t"."id" = "r"."training_id"
  inner join "person" as "p" on "p"."id" = "r"."person_id"
  inner join "unit" as "u" on "u"."id" = "r"."unit_id"
  where "r"."recorded_to" is null and "r"."withdrawn" = $1
  order by "r"."held_on", "r"."public_id";

-- trainings.fedKpis (SQLite)
select "k"."code", "f"."n" as "version"
  from "competence_feed" as "f"
  inner join "kpi" as "k" on "k"."id" = "f"."kpi_id"
  where "f"."recorded_to" is null and "f"."withdrawn" = ?
  order by "k"."code";

-- trainings.fedKpis (PostgreSQL)
select "k"."code", "f"."n" as "version"
  from "competence_feed" as "f"
  inner join "kpi" as "k" on "k"."id" = "f"."kpi_id"
  where "f"."recorded_to" is null and "f"."withdrawn" = $1
  order by "k"."code";

-- strategy.strategies (SQLite)
select "s"."code", "v"."n" as "version", "v"."name", "v"."from_year" as "fromYear", "v"."to_year" as "toYear", "v"."statement"
  from "strategy" as "s"
  inner join "strategy_version" as "v" on "v"."strategy_id" = "s"."id"
  where "v"."recorded_to" is null
  order by "v"."from_year", "s"."code";

-- strategy.strategies (PostgreSQL)
select "s"."code", "v"."n" as "version", "v"."name", "v"."from_year" as "fromYear", "v"."to_year" as "toYear", "v"."statement"
  from "strategy" as "s"
  inner join "strategy_version" as "v" on "v"."strategy_id" = "s"."id"
  where "v"."recorded_to" is null
  order by "v"."from_year", "s"."code";

-- strategy.themeIds (SQLite)
select "id", "code"
  from "theme";

-- strategy.themeIds (PostgreSQL)
select "id", "code"
  from "theme";

-- strategy.themes (SQLite)
select "t"."code", "v"."n" as "version", "s"."code" as "strategy", "v"."name", "v"."long_term_goal" as "longTermGoal", "v"."position"
  from "theme" as "t"
  inner join "theme_version" as "v" on "v"."theme_id" = "t"."id"
  inner join "strategy" as "s" on "s"."id" = "v"."strategy_id"
  where "v"."recorded_to" is null
  order by "s"."code", "v"."position", "t"."code";

-- strategy.themes (PostgreSQL)
select "t"."code", "v"."n" as "version", "s"."code" as "strategy", "v"."name", "v"."long_term_goal" as "longTermGoal", "v"."position"
  from "theme" as "t"
  inner join "theme_version" as "v" on "v"."theme_id" = "t"."id"
  inner join "strategy" as "s" on "s"."id" = "v"."strategy_id"
  where "v"."recorded_to" is null
  order by "s"."code", "v"."position", "t"."code";

-- strategy.policies (SQLite)
select "p"."id", "p"."n" as "version", "p"."valid_from" as "validFrom", "p"."text", "by"."code" as "approvedBy"
  from "policy" as "p"
  left join "person" as "by" on "by"."id" = "p"."approved_by"
  where "p"."recorded_to" is null
  order by "p"."valid_from" desc;

-- strategy.policies (PostgreSQL)
select "p"."id", "p"."n" as "version", "p"."valid_from" as "validFrom", "p"."text", "by"."code" as "approvedBy"
  from "policy" as "p"
  left join "person" as "by" on "by"."id" = "p"."approved_by"
  where "p"."recorded_to" is null
  order by "p"."valid_from" desc;

-- strategy.policyOn (SQLite)
select "p"."id", "p"."n" as "version", "p"."valid_from" as "validFrom", "p"."text", "by"."code" as "approvedBy"
  from "policy" as "p"
  left join "person" as "by" on "by"."id" = "p"."approved_by"
  where "p"."recorded_to" is null and "p"."valid_from" <= ? and "p"."approved_by" is not null
  order by "p"."valid_from" desc
  limit ?;

-- strategy.policyOn (PostgreSQL)
select "p"."id", "p"."n" as "version", "p"."valid_from" as "validFrom", "p"."text", "by"."code" as "approvedBy"
  from "policy" as "p"
  left join "person" as "by" on "by"."id" = "p"."approved_by"
  where "p"."recorded_to" is null and "p"."valid_from" <= $1 and "p"."approved_by" is not null
  order by "p"."valid_from" desc
  limit $2;

-- commands (SQLite)
insert into "assignment" ("id", "event", "kpi_id", "unit_id")
  values (?, ?, ?, ?);
insert into "assignment_term" ("id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "from_month", "to_month", "entered_by", "approver_id", "deputy_id", "not_applicable_reason", "withdrawn")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "audit_event" ("seq", "at", "actor", "command", "entity", "entity_code", "unit_code", "before", "after", "reason", "digest", "rows", "previous_hash", "hash")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "decision" ("id", "event", "code")
  values (?, ?, ?);
insert into "decision_version" ("id", "event", "n", "recorded_from", "recorded_to", "decision_id", "kind", "unit_id", "kpi_id", "text", "options", "rationale", "owner_id", "decided_on", "review_on", "evidence_snapshot", "review_id", "supersedes_id", "seen")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "kept_month" ("kpi_id", "month")
  values (?, ?)
  on conflict ("kpi_id", "month") do nothing;
insert into "kept_year" ("unit_id", "kpi_id", "year", "cells")
  values (?, ?, ?, ?)
  on conflict ("unit_id", "kpi_id", "year") do update
  set "cells" = excluded."cells";
insert into "kpi" ("id", "event", "code")
  values (?, ?, ?);
insert into "kpi_definition" ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "from_month", "version", "name", "description", "formula", "data_source", "exclusions", "unit_of_measure", "decimals", "direction", "input", "numerator_label", "denominator_label", "multiplier", "expression", "frequency", "minimum", "maximum", "org_rule", "time_rule", "chart_kind", "uses")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "kpi_version" ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "owner_id", "theme_id", "timing")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "measurement" ("id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "period", "kind", "value", "numerator", "denominator", "comment", "cause", "state", "counts", "source", "restatement", "reason", "by_id")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "objective" ("id", "event", "code")
  values (?, ?, ?);
insert into "objective_version" ("id", "event", "n", "recorded_from", "recorded_to", "objective_id", "fiscal_year", "unit_id", "theme_id", "parent_id", "statement", "policy_sentence_id", "owner_id", "state", "plan_what", "plan_resources", "plan_who", "plan_when", "plan_evaluation")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "organisation" ("id", "event", "n", "recorded_from", "recorded_to", "name", "fiscal_year_start", "locale", "time_zone", "entry_due_day", "minimum_coverage", "approval", "retention_years")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "period_state" ("id", "event", "n", "recorded_from", "recorded_to", "unit_id", "month", "state", "by_id")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "person" ("id", "event", "code")
  values (?, ?, ?);
insert into "person_name" ("person_id", "name", "email", "user_id", "locale")
  values (?, ?, ?, ?, ?);
insert into "person_state" ("id", "event", "n", "recorded_from", "recorded_to", "person_id", "state")
  values (?, ?, ?, ?, ?, ?, ?);
insert into "strategy" ("id", "event", "code")
  values (?, ?, ?);
insert into "strategy_version" ("id", "event", "n", "recorded_from", "recorded_to", "strategy_id", "name", "from_year", "to_year", "statement")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "target" ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "unit_id", "month", "value", "share", "low", "high", "stretch", "benchmark", "reason", "approved_by", "withdrawn")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "theme" ("id", "event", "code")
  values (?, ?, ?);
insert into "theme_version" ("id", "event", "n", "recorded_from", "recorded_to", "theme_id", "strategy_id", "name", "long_term_goal", "position")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "unit" ("id", "event", "code")
  values (?, ?, ?);
insert into "unit_edge" ("id", "event", "n", "recorded_from", "recorded_to", "child_id", "from_month", "parent_id", "ends", "withdrawn")
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "unit_version" ("id", "event", "n", "recorded_from", "recorded_to", "unit_id", "name", "kind")
  values (?, ?, ?, ?, ?, ?, ?, ?);
select "a"."kpi_id", "a"."unit_id", "a"."from_month", "a"."until_month", "a"."value", "a"."low", "a"."high"
  from "accepted_deviation" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = ? and "a"."from_month" <= ? and "a"."until_month" >= ? and "a"."kpi_id" in (?)
  order by "a"."from_month";
select "a"."kpi_id", "a"."unit_id", "a"."from_month", "a"."until_month", "a"."value", "a"."low", "a"."high"
  from "accepted_deviation" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = ? and "a"."from_month" <= ? and "a"."until_month" >= ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?, ?)
  order by "a"."from_month";
select "a"."kpi_id", "a"."unit_id", "a"."month", "a"."value", "a"."low", "a"."high", "a"."share"
  from "target" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = ? and "a"."month" >= ? and "a"."month" <= ? and "a"."kpi_id" in (?);
select "a"."kpi_id", "a"."unit_id", "a"."month", "a"."value", "a"."low", "a"."high", "a"."share"
  from "target" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = ? and "a"."month" >= ? and "a"."month" <= ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?, ?);
select "a"."kpi_id", "a"."unit_id", "m"."period"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."id" >= ? and "m"."counts" = ?;
select "a"."kpi_id", "a"."unit_id", "m"."period", "m"."kind", "m"."value", "m"."numerator", "m"."denominator"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "m"."recorded_to" is null and "m"."counts" = ? and "m"."period" >= ? and "m"."period" <= ? and "a"."kpi_id" in (?);
select "a"."kpi_id", "a"."unit_id", "m"."period", "m"."kind", "m"."value", "m"."numerator", "m"."denominator"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "m"."recorded_to" is null and "m"."counts" = ? and "m"."period" >= ? and "m"."period" <= ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?, ?);
select "a"."kpi_id", "a"."unit_id", "t"."assignment_id", "t"."from_month", "t"."to_month", "t"."entered_by", "t"."approver_id", "t"."deputy_id", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = ? and "a"."kpi_id" in (?) and "a"."unit_id" in (?)
  order by "a"."kpi_id", "a"."unit_id", "t"."from_month";
select "a"."kpi_id", "a"."unit_id", "t"."from_month"
  from "assignment_term" as "t"
  inner join "assignment" as "a" on "a"."id" = "t"."assignment_id"
  where "t"."id" >= ?;
select "a"."kpi_id", "a"."unit_id", "t"."from_month", "t"."to_month", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = ? and "t"."from_month" <= ? and ("t"."to_month" is null or "t"."to_month" >= ?) and "a"."kpi_id" in (?)
  order by "t"."from_month";
select "a"."kpi_id", "a"."unit_id", "t"."from_month", "t"."to_month", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = ? and "t"."from_month" <= ? and ("t"."to_month" is null or "t"."to_month" >= ?) and "a"."kpi_id" in (?) and "a"."unit_id" in (?, ?, ?)
  order by "t"."from_month";
select "child"."code" as "child", "parent"."code" as "parent", "unit_edge"."from_month" as "from", "unit_edge"."ends"
  from "unit_edge"
  inner join "unit" as "child" on "child"."id" = "unit_edge"."child_id"
  left join "unit" as "parent" on "parent"."id" = "unit_edge"."parent_id"
  where "unit_edge"."recorded_to" is null and "unit_edge"."withdrawn" = ?
  order by "child"."code", "unit_edge"."from_month";
select "child_id", "from_month"
  from "unit_edge"
  where "id" >= ?;
select "child_id", "from_month", "parent_id", "ends"
  from "unit_edge"
  where "unit_edge"."recorded_to" is null and "withdrawn" = ?;
select "fiscal_year_start"
  from "organisation"
  order by "n" desc
  limit ?;
select "fiscal_year_start"
  from "organisation"
  where "organisation"."recorded_to" is null;
select "id"
  from "assignment"
  order by "id" desc
  limit ?;
select "id"
  from "assignment_term"
  order by "id" desc
  limit ?;
select "id"
  from "decision"
  order by "id" desc
  limit ?;
select "id"
  from "decision_version"
  order by "id" desc
  limit ?;
select "id"
  from "kpi"
  order by "id" desc
  limit ?;
select "id"
  from "kpi_definition"
  order by "id" desc
  limit ?;
select "id"
  from "kpi_version"
  order by "id" desc
  limit ?;
select "id"
  from "measurement"
  order by "id" desc
  limit ?;
select "id"
  from "objective"
  order by "id" desc
  limit ?;
select "id"
  from "objective_version"
  order by "id" desc
  limit ?;
select "id"
  from "organisation"
  order by "id" desc
  limit ?;
select "id"
  from "period_state"
  order by "id" desc
  limit ?;
select "id"
  from "person"
  order by "id" desc
  limit ?;
select "id"
  from "person"
  where "code" = ?;
select "id"
  from "person_state"
  order by "id" desc
  limit ?;
select "id"
  from "strategy"
  order by "id" desc
  limit ?;
select "id"
  from "strategy_version"
  order by "id" desc
  limit ?;
select "id"
  from "target"
  order by "id" desc
  limit ?;
select "id"
  from "theme"
  order by "id" desc
  limit ?;
select "id"
  from "theme_version"
  order by "id" desc
  limit ?;
select "id"
  from "unit";
select "id"
  from "unit"
  order by "id" desc
  limit ?;
select "id"
  from "unit_edge"
  order by "id" desc
  limit ?;
select "id"
  from "unit_version"
  order by "id" desc
  limit ?;
select "kpi_id", "from_month"
  from "kpi_definition"
  where "id" >= ?;
select "kpi_id", "month"
  from "kept_month"
  where "month" >= ?;
select "kpi_id", "month"
  from "kept_month"
  where "month" >= ? and "kpi_id" in (?);
select "kpi_id", "unit_id", "month"
  from "target"
  where "id" >= ?;
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person_name"."email" = ?;
select "seq", "at", "hash"
  from "audit_event"
  order by "seq" desc
  limit ?;
select "unit_id", "kpi_id", "year", "cells"
  from "kept_year"
  where "unit_id" in (?, ?, ?, ?, ?) and "kpi_id" in (?) and "year" in (?);
select "unit_id", "kpi_id", "year", "cells"
  from "kept_year"
  where "unit_id" in (?, ?, ?, ?, ?, ?) and "kpi_id" in (?) and "year" in (?);
select *
  from "assignment"
  where "kpi_id" = ? and "unit_id" = ? and 1 = 1;
select *
  from "assignment_term"
  where "assignment_id" = ? and "from_month" = ? and "assignment_term"."recorded_to" is null;
select *
  from "decision"
  where "code" = ? and true;
select *
  from "decision_version"
  where "decision_id" = ? and "decision_version"."recorded_to" is null;
select *
  from "kpi"
  where "code" = ? and true;
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_to" is null and "kpi_id" in (?)
  order by "kpi_id", "from_month";
select *
  from "kpi_definition"
  where "kpi_id" = ? and "from_month" = ? and "kpi_definition"."recorded_to" is null;
select *
  from "kpi_version"
  where "kpi_id" = ? and "kpi_version"."recorded_to" is null;
select *
  from "measurement"
  where "assignment_id" = ? and "period" = ? and "measurement"."recorded_to" is null;
select *
  from "objective"
  where "code" = ? and true;
select *
  from "objective_version"
  where "objective_id" = ? and "objective_version"."recorded_to" is null;
select *
  from "organisation"
  where "recorded_to" is null;
select *
  from "period_state"
  where "unit_id" = ? and "month" = ? and "period_state"."recorded_to" is null;
select *
  from "person"
  where "code" = ? and true;
select *
  from "person_state"
  where "person_id" = ? and "person_state"."recorded_to" is null;
select *
  from "strategy"
  where "code" = ? and true;
select *
  from "strategy_version"
  where "strategy_id" = ? and "strategy_version"."recorded_to" is null;
select *
  from "target"
  where "kpi_id" = ? and "unit_id" = ? and "month" = ? and "target"."recorded_to" is null;
select *
  from "theme"
  where "code" = ? and true;
select *
  from "theme_version"
  where "theme_id" = ? and "theme_version"."recorded_to" is null;
select *
  from "unit"
  where "code" = ? and true;
select *
  from "unit_edge"
  where "child_id" = ? and "from_month" = ? and "unit_edge"."recorded_to" is null;
select *
  from "unit_version"
  where "unit_id" = ? and "unit_version"."recorded_to" is null;
select count(*) as "count"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."id" >= ? and "m"."counts" = ?;
select count(*) as "count"
  from "target"
  where "id" >= ?;
update "measurement"
  set "recorded_to" = 1776672000007
  where "id" = ?;
update "objective_version"
  set "recorded_to" = 1776672000016
  where "id" = ?;
update "period_state"
  set "recorded_to" = 1776672000015
  where "id" = ?;
update "target"
  set "recorded_to" = 1776672000009
  where "id" = ?;
update "unit_version"
  set "recorded_to" = 1776672000013
  where "id" = ?;

-- commands (PostgreSQL)
insert into "assignment" ("id", "event", "kpi_id", "unit_id") select "id", "event", "kpi_id", "unit_id"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[]) as given ("id", "event", "kpi_id", "unit_id");
insert into "assignment_term" ("id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "from_month", "to_month", "entered_by", "approver_id", "deputy_id", "not_applicable_reason", "withdrawn") select "id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "from_month", "to_month", "entered_by", "approver_id", "deputy_id", "not_applicable_reason", "withdrawn"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::double precision[], $9::double precision[], $10::double precision[], $11::double precision[], $12::double precision[], $13::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "from_month", "to_month", "entered_by", "approver_id", "deputy_id", "not_applicable_reason", "withdrawn");
insert into "audit_event" ("seq", "at", "actor", "command", "entity", "entity_code", "unit_code", "before", "after", "reason", "digest", "rows", "previous_hash", "hash")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
insert into "decision" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "decision_version" ("id", "event", "n", "recorded_from", "recorded_to", "decision_id", "kind", "unit_id", "kpi_id", "text", "options", "rationale", "owner_id", "decided_on", "review_on", "evidence_snapshot", "review_id", "supersedes_id", "seen") select "id", "event", "n", "recorded_from", "recorded_to", "decision_id", "kind", "unit_id", "kpi_id", "text", "options", "rationale", "owner_id", "decided_on", "review_on", "evidence_snapshot", "review_id", "supersedes_id", "seen"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::double precision[], $9::double precision[], $10::text[], $11::text[], $12::text[], $13::double precision[], $14::text[], $15::double precision[], $16::double precision[], $17::double precision[], $18::double precision[], $19::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "decision_id", "kind", "unit_id", "kpi_id", "text", "options", "rationale", "owner_id", "decided_on", "review_on", "evidence_snapshot", "review_id", "supersedes_id", "seen");
insert into "kept_month" ("kpi_id", "month") select "kpi_id", "month"
  from unnest($1::double precision[], $2::text[]) as given ("kpi_id", "month")
  on conflict ("kpi_id", "month") do nothing;
insert into "kept_year" ("unit_id", "kpi_id", "year", "cells") select "unit_id", "kpi_id", "year", "cells"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::text[]) as given ("unit_id", "kpi_id", "year", "cells")
  on conflict ("unit_id", "kpi_id", "year") do update
  set "cells" = excluded."cells";
insert into "kpi" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "kpi_definition" ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "from_month", "version", "name", "description", "formula", "data_source", "exclusions", "unit_of_measure", "decimals", "direction", "input", "numerator_label", "denominator_label", "multiplier", "expression", "frequency", "minimum", "maximum", "org_rule", "time_rule", "chart_kind", "uses") select "id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "from_month", "version", "name", "description", "formula", "data_source", "exclusions", "unit_of_measure", "decimals", "direction", "input", "numerator_label", "denominator_label", "multiplier", "expression", "frequency", "minimum", "maximum", "org_rule", "time_rule", "chart_kind", "uses"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::double precision[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::double precision[], $16::text[], $17::text[], $18::text[], $19::text[], $20::double precision[], $21::double precision[], $22::text[], $23::double precision[], $24::double precision[], $25::text[], $26::text[], $27::text[], $28::text[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "from_month", "version", "name", "description", "formula", "data_source", "exclusions", "unit_of_measure", "decimals", "direction", "input", "numerator_label", "denominator_label", "multiplier", "expression", "frequency", "minimum", "maximum", "org_rule", "time_rule", "chart_kind", "uses");
insert into "kpi_version" ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "owner_id", "theme_id", "timing") select "id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "owner_id", "theme_id", "timing"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::double precision[], $8::double precision[], $9::text[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "owner_id", "theme_id", "timing");
insert into "measurement" ("id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "period", "kind", "value", "numerator", "denominator", "comment", "cause", "state", "counts", "source", "restatement", "reason", "by_id") select "id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "period", "kind", "value", "numerator", "denominator", "comment", "cause", "state", "counts", "source", "restatement", "reason", "by_id"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::text[], $9::double precision[], $10::double precision[], $11::double precision[], $12::double precision[], $13::double precision[], $14::text[], $15::double precision[], $16::text[], $17::double precision[], $18::double precision[], $19::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "assignment_id", "period", "kind", "value", "numerator", "denominator", "comment", "cause", "state", "counts", "source", "restatement", "reason", "by_id");
insert into "objective" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "objective_version" ("id", "event", "n", "recorded_from", "recorded_to", "objective_id", "fiscal_year", "unit_id", "theme_id", "parent_id", "statement", "policy_sentence_id", "owner_id", "state", "plan_what", "plan_resources", "plan_who", "plan_when", "plan_evaluation") select "id", "event", "n", "recorded_from", "recorded_to", "objective_id", "fiscal_year", "unit_id", "theme_id", "parent_id", "statement", "policy_sentence_id", "owner_id", "state", "plan_what", "plan_resources", "plan_who", "plan_when", "plan_evaluation"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::double precision[], $8::double precision[], $9::double precision[], $10::double precision[], $11::text[], $12::double precision[], $13::double precision[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "objective_id", "fiscal_year", "unit_id", "theme_id", "parent_id", "statement", "policy_sentence_id", "owner_id", "state", "plan_what", "plan_resources", "plan_who", "plan_when", "plan_evaluation");
insert into "organisation" ("id", "event", "n", "recorded_from", "recorded_to", "name", "fiscal_year_start", "locale", "time_zone", "entry_due_day", "minimum_coverage", "approval", "retention_years") select "id", "event", "n", "recorded_from", "recorded_to", "name", "fiscal_year_start", "locale", "time_zone", "entry_due_day", "minimum_coverage", "approval", "retention_years"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::text[], $7::double precision[], $8::text[], $9::text[], $10::double precision[], $11::double precision[], $12::double precision[], $13::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "name", "fiscal_year_start", "locale", "time_zone", "entry_due_day", "minimum_coverage", "approval", "retention_years");
insert into "period_state" ("id", "event", "n", "recorded_from", "recorded_to", "unit_id", "month", "state", "by_id") select "id", "event", "n", "recorded_from", "recorded_to", "unit_id", "month", "state", "by_id"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::text[], $9::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "unit_id", "month", "state", "by_id");
insert into "person" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "person_name" ("person_id", "name", "email", "user_id", "locale")
  values ($1, $2, $3, $4, $5);
insert into "person_state" ("id", "event", "n", "recorded_from", "recorded_to", "person_id", "state") select "id", "event", "n", "recorded_from", "recorded_to", "person_id", "state"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "person_id", "state");
insert into "strategy" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "strategy_version" ("id", "event", "n", "recorded_from", "recorded_to", "strategy_id", "name", "from_year", "to_year", "statement") select "id", "event", "n", "recorded_from", "recorded_to", "strategy_id", "name", "from_year", "to_year", "statement"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::double precision[], $9::double precision[], $10::text[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "strategy_id", "name", "from_year", "to_year", "statement");
insert into "target" ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "unit_id", "month", "value", "share", "low", "high", "stretch", "benchmark", "reason", "approved_by", "withdrawn") select "id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "unit_id", "month", "value", "share", "low", "high", "stretch", "benchmark", "reason", "approved_by", "withdrawn"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::double precision[], $8::text[], $9::double precision[], $10::double precision[], $11::double precision[], $12::double precision[], $13::double precision[], $14::double precision[], $15::double precision[], $16::double precision[], $17::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "kpi_id", "unit_id", "month", "value", "share", "low", "high", "stretch", "benchmark", "reason", "approved_by", "withdrawn");
insert into "theme" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "theme_version" ("id", "event", "n", "recorded_from", "recorded_to", "theme_id", "strategy_id", "name", "long_term_goal", "position") select "id", "event", "n", "recorded_from", "recorded_to", "theme_id", "strategy_id", "name", "long_term_goal", "position"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::double precision[], $8::text[], $9::text[], $10::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "theme_id", "strategy_id", "name", "long_term_goal", "position");
insert into "unit" ("id", "event", "code") select "id", "event", "code"
  from unnest($1::double precision[], $2::double precision[], $3::text[]) as given ("id", "event", "code");
insert into "unit_edge" ("id", "event", "n", "recorded_from", "recorded_to", "child_id", "from_month", "parent_id", "ends", "withdrawn") select "id", "event", "n", "recorded_from", "recorded_to", "child_id", "from_month", "parent_id", "ends", "withdrawn"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::double precision[], $9::double precision[], $10::double precision[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "child_id", "from_month", "parent_id", "ends", "withdrawn");
insert into "unit_version" ("id", "event", "n", "recorded_from", "recorded_to", "unit_id", "name", "kind") select "id", "event", "n", "recorded_from", "recorded_to", "unit_id", "name", "kind"
  from unnest($1::double precision[], $2::double precision[], $3::double precision[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[], $8::text[]) as given ("id", "event", "n", "recorded_from", "recorded_to", "unit_id", "name", "kind");
select "a"."kpi_id", "a"."unit_id", "a"."from_month", "a"."until_month", "a"."value", "a"."low", "a"."high"
  from "accepted_deviation" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = $1 and "a"."from_month" <= $2 and "a"."until_month" >= $3 and "a"."kpi_id" in ($4)
  order by "a"."from_month";
select "a"."kpi_id", "a"."unit_id", "a"."from_month", "a"."until_month", "a"."value", "a"."low", "a"."high"
  from "accepted_deviation" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = $1 and "a"."from_month" <= $2 and "a"."until_month" >= $3 and "a"."kpi_id" in ($4) and "a"."unit_id" in ($5, $6, $7)
  order by "a"."from_month";
select "a"."kpi_id", "a"."unit_id", "a"."month", "a"."value", "a"."low", "a"."high", "a"."share"
  from "target" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = $1 and "a"."month" >= $2 and "a"."month" <= $3 and "a"."kpi_id" in ($4);
select "a"."kpi_id", "a"."unit_id", "a"."month", "a"."value", "a"."low", "a"."high", "a"."share"
  from "target" as "a"
  where "a"."recorded_to" is null and "a"."withdrawn" = $1 and "a"."month" >= $2 and "a"."month" <= $3 and "a"."kpi_id" in ($4) and "a"."unit_id" in ($5, $6, $7);
select "a"."kpi_id", "a"."unit_id", "m"."period"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."id" >= $1 and "m"."counts" = $2;
select "a"."kpi_id", "a"."unit_id", "m"."period", "m"."kind", "m"."value", "m"."numerator", "m"."denominator"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "m"."recorded_to" is null and "m"."counts" = $1 and "m"."period" >= $2 and "m"."period" <= $3 and "a"."kpi_id" in ($4);
select "a"."kpi_id", "a"."unit_id", "m"."period", "m"."kind", "m"."value", "m"."numerator", "m"."denominator"
  from "assignment" as "a"
  inner join "measurement" as "m" on "m"."assignment_id" = "a"."id"
  where "m"."recorded_to" is null and "m"."counts" = $1 and "m"."period" >= $2 and "m"."period" <= $3 and "a"."kpi_id" in ($4) and "a"."unit_id" in ($5, $6, $7);
select "a"."kpi_id", "a"."unit_id", "t"."assignment_id", "t"."from_month", "t"."to_month", "t"."entered_by", "t"."approver_id", "t"."deputy_id", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = $1 and "a"."kpi_id" in ($2) and "a"."unit_id" in ($3)
  order by "a"."kpi_id", "a"."unit_id", "t"."from_month";
select "a"."kpi_id", "a"."unit_id", "t"."from_month"
  from "assignment_term" as "t"
  inner join "assignment" as "a" on "a"."id" = "t"."assignment_id"
  where "t"."id" >= $1;
select "a"."kpi_id", "a"."unit_id", "t"."from_month", "t"."to_month", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = $1 and "t"."from_month" <= $2 and ("t"."to_month" is null or "t"."to_month" >= $3) and "a"."kpi_id" in ($4)
  order by "t"."from_month";
select "a"."kpi_id", "a"."unit_id", "t"."from_month", "t"."to_month", "t"."not_applicable_reason"
  from "assignment" as "a"
  inner join "assignment_term" as "t" on "t"."assignment_id" = "a"."id"
  where "t"."recorded_to" is null and "t"."withdrawn" = $1 and "t"."from_month" <= $2 and ("t"."to_month" is null or "t"."to_month" >= $3) and "a"."kpi_id" in ($4) and "a"."unit_id" in ($5, $6, $7)
  order by "t"."from_month";
select "assignment".*
  from unnest($1::integer[], $2::integer[]) as given ("kpi_id", "unit_id")
  join "assignment" on "assignment"."kpi_id" = given."kpi_id" and "assignment"."unit_id" = given."unit_id"
  where 1 = 1;
select "assignment_term".*
  from unnest($1::integer[], $2::text[]) as given ("assignment_id", "from_month")
  join "assignment_term" on "assignment_term"."assignment_id" = given."assignment_id" and "assignment_term"."from_month" = given."from_month"
  where "assignment_term"."recorded_to" is null;
select "child"."code" as "child", "parent"."code" as "parent", "unit_edge"."from_month" as "from", "unit_edge"."ends"
  from "unit_edge"
  inner join "unit" as "child" on "child"."id" = "unit_edge"."child_id"
  left join "unit" as "parent" on "parent"."id" = "unit_edge"."parent_id"
  where "unit_edge"."recorded_to" is null and "unit_edge"."withdrawn" = $1
  order by "child"."code", "unit_edge"."from_month";
select "child_id", "from_month"
  from "unit_edge"
  where "id" >= $1;
select "child_id", "from_month", "parent_id", "ends"
  from "unit_edge"
  where "unit_edge"."recorded_to" is null and "withdrawn" = $1;
select "decision".*
  from unnest($1::text[]) as given ("code")
  join "decision" on "decision"."code" = given."code"
  where true;
select "decision_version".*
  from unnest($1::integer[]) as given ("decision_id")
  join "decision_version" on "decision_version"."decision_id" = given."decision_id"
  where "decision_version"."recorded_to" is null;
select "fiscal_year_start"
  from "organisation"
  order by "n" desc
  limit $1;
select "fiscal_year_start"
  from "organisation"
  where "organisation"."recorded_to" is null;
select "id"
  from "assignment"
  order by "id" desc
  limit $1;
select "id"
  from "assignment_term"
  order by "id" desc
  limit $1;
select "id"
  from "decision"
  order by "id" desc
  limit $1;
select "id"
  from "decision_version"
  order by "id" desc
  limit $1;
select "id"
  from "kpi"
  order by "id" desc
  limit $1;
select "id"
  from "kpi_definition"
  order by "id" desc
  limit $1;
select "id"
  from "kpi_version"
  order by "id" desc
  limit $1;
select "id"
  from "measurement"
  order by "id" desc
  limit $1;
select "id"
  from "objective"
  order by "id" desc
  limit $1;
select "id"
  from "objective_version"
  order by "id" desc
  limit $1;
select "id"
  from "organisation"
  order by "id" desc
  limit $1;
select "id"
  from "period_state"
  order by "id" desc
  limit $1;
select "id"
  from "person"
  order by "id" desc
  limit $1;
select "id"
  from "person"
  where "code" = $1;
select "id"
  from "person_state"
  order by "id" desc
  limit $1;
select "id"
  from "strategy"
  order by "id" desc
  limit $1;
select "id"
  from "strategy_version"
  order by "id" desc
  limit $1;
select "id"
  from "target"
  order by "id" desc
  limit $1;
select "id"
  from "theme"
  order by "id" desc
  limit $1;
select "id"
  from "theme_version"
  order by "id" desc
  limit $1;
select "id"
  from "unit";
select "id"
  from "unit"
  order by "id" desc
  limit $1;
select "id"
  from "unit_edge"
  order by "id" desc
  limit $1;
select "id"
  from "unit_version"
  order by "id" desc
  limit $1;
select "kpi".*
  from unnest($1::text[]) as given ("code")
  join "kpi" on "kpi"."code" = given."code"
  where true;
select "kpi_definition".*
  from unnest($1::integer[], $2::text[]) as given ("kpi_id", "from_month")
  join "kpi_definition" on "kpi_definition"."kpi_id" = given."kpi_id" and "kpi_definition"."from_month" = given."from_month"
  where "kpi_definition"."recorded_to" is null;
select "kpi_id", "from_month"
  from "kpi_definition"
  where "id" >= $1;
select "kpi_id", "month"
  from "kept_month"
  where "month" >= $1;
select "kpi_id", "month"
  from "kept_month"
  where "month" >= $1 and "kpi_id" in ($2);
select "kpi_id", "unit_id", "month"
  from "target"
  where "id" >= $1;
select "kpi_version".*
  from unnest($1::integer[]) as given ("kpi_id")
  join "kpi_version" on "kpi_version"."kpi_id" = given."kpi_id"
  where "kpi_version"."recorded_to" is null;
select "measurement".*
  from unnest($1::integer[], $2::text[]) as given ("assignment_id", "period")
  join "measurement" on "measurement"."assignment_id" = given."assignment_id" and "measurement"."period" = given."period"
  where "measurement"."recorded_to" is null;
select "objective".*
  from unnest($1::text[]) as given ("code")
  join "objective" on "objective"."code" = given."code"
  where true;
select "objective_version".*
  from unnest($1::integer[]) as given ("objective_id")
  join "objective_version" on "objective_version"."objective_id" = given."objective_id"
  where "objective_version"."recorded_to" is null;
select "period_state".*
  from unnest($1::integer[], $2::text[]) as given ("unit_id", "month")
  join "period_state" on "period_state"."unit_id" = given."unit_id" and "period_state"."month" = given."month"
  where "period_state"."recorded_to" is null;
select "person"."id", "person"."code", "person_state"."state", "person_name"."name", "person_name"."email", "person_name"."user_id" as "accountId", "person_name"."locale" as "language"
  from "person"
  inner join "person_state" on "person_state"."person_id" = "person"."id"
  left join "person_name" on "person_name"."person_id" = "person"."id"
  where "person_state"."recorded_to" is null and "person_name"."email" = $1;
select "person".*
  from unnest($1::text[]) as given ("code")
  join "person" on "person"."code" = given."code"
  where true;
select "person_state".*
  from unnest($1::integer[]) as given ("person_id")
  join "person_state" on "person_state"."person_id" = given."person_id"
  where "person_state"."recorded_to" is null;
select "seq", "at", "hash"
  from "audit_event"
  order by "seq" desc
  limit $1;
select "strategy".*
  from unnest($1::text[]) as given ("code")
  join "strategy" on "strategy"."code" = given."code"
  where true;
select "strategy_version".*
  from unnest($1::integer[]) as given ("strategy_id")
  join "strategy_version" on "strategy_version"."strategy_id" = given."strategy_id"
  where "strategy_version"."recorded_to" is null;
select "target".*
  from unnest($1::integer[], $2::integer[], $3::text[]) as given ("kpi_id", "unit_id", "month")
  join "target" on "target"."kpi_id" = given."kpi_id" and "target"."unit_id" = given."unit_id" and "target"."month" = given."month"
  where "target"."recorded_to" is null;
select "theme".*
  from unnest($1::text[]) as given ("code")
  join "theme" on "theme"."code" = given."code"
  where true;
select "theme_version".*
  from unnest($1::integer[]) as given ("theme_id")
  join "theme_version" on "theme_version"."theme_id" = given."theme_id"
  where "theme_version"."recorded_to" is null;
select "unit".*
  from unnest($1::text[]) as given ("code")
  join "unit" on "unit"."code" = given."code"
  where true;
select "unit_edge".*
  from unnest($1::integer[], $2::text[]) as given ("child_id", "from_month")
  join "unit_edge" on "unit_edge"."child_id" = given."child_id" and "unit_edge"."from_month" = given."from_month"
  where "unit_edge"."recorded_to" is null;
select "unit_id", "kpi_id", "year", "cells"
  from "kept_year"
  where "unit_id" in ($1, $2, $3, $4, $5) and "kpi_id" in ($6) and "year" in ($7);
select "unit_id", "kpi_id", "year", "cells"
  from "kept_year"
  where "unit_id" in ($1, $2, $3, $4, $5, $6) and "kpi_id" in ($7) and "year" in ($8);
select "unit_version".*
  from unnest($1::integer[]) as given ("unit_id")
  join "unit_version" on "unit_version"."unit_id" = given."unit_id"
  where "unit_version"."recorded_to" is null;
select *
  from "kpi_definition"
  where "kpi_definition"."recorded_to" is null and "kpi_id" in ($1)
  order by "kpi_id", "from_month";
select *
  from "organisation"
  where "recorded_to" is null;
select count(*) as "count"
  from "measurement" as "m"
  inner join "assignment" as "a" on "a"."id" = "m"."assignment_id"
  where "m"."id" >= $1 and "m"."counts" = $2;
select count(*) as "count"
  from "target"
  where "id" >= $1;
select pg_advisory_xact_lock(5078213340);
update "measurement"
  set "recorded_to" = 1776672000007
  from unnest($1::integer[]) as given ("id")
  where "measurement"."id" = given."id";
update "objective_version"
  set "recorded_to" = 1776672000016
  from unnest($1::integer[]) as given ("id")
  where "objective_version"."id" = given."id";
update "period_state"
  set "recorded_to" = 1776672000015
  from unnest($1::integer[]) as given ("id")
  where "period_state"."id" = given."id";
update "target"
  set "recorded_to" = 1776672000009
  from unnest($1::integer[]) as given ("id")
  where "target"."id" = given."id";
update "unit_version"
  set "recorded_to" = 1776672000013
  from unnest($1::integer[]) as given ("id")
  where "unit_version"."id" = given."id";
