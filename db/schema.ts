import type {
  AcknowledgementTable,
  CommitmentTable,
  ObjectiveClosingTable,
  ObjectiveLineageTable,
  ObjectiveProposalTable,
} from "./tables/agreement.ts";
import type {
  ActionRiskTable,
  IssueVersionTable,
  NeedRiskTable,
  NeedVersionTable,
  ObjectiveNeedTable,
  ObjectiveRiskTable,
  PartyVersionTable,
  RiskVersionTable,
} from "./tables/context.ts";
import type { DatedChangeTable } from "./tables/dated-changes.ts";
import type {
  ActedForTable,
  AlertSeenTable,
  DeputyTable,
  HandOverTable,
  NoticeSentTable,
  NoticeSettingTable,
  PersonNoticeTable,
} from "./tables/duties.ts";
import type { YearForecastTable, YearOutcomeTable } from "./tables/forecasts.ts";
import type {
  AcceptedDeviationTable,
  AnnotationTable,
  AssignmentTable,
  AssignmentTermTable,
  KpiDefinitionTable,
  KpiVersionTable,
  ProcessPhaseTable,
  TargetTable,
  ToleranceTable,
} from "./tables/kpis.ts";
import type { ConfidenceTable, MissCauseTable, ReviewInputTable, ReviewVersionTable } from "./tables/meetings.ts";
import type {
  AuditEventTable,
  OrganisationTable,
  PeriodStateTable,
  PersonStateTable,
  RoleGrantTable,
  UnitEdgeTable,
  UnitVersionTable,
} from "./tables/organisation.ts";
import type { MeasurementTable, QualityFlagTable } from "./tables/results.ts";
import type { ActionVersionTable, DecisionVersionTable, SnapshotTable } from "./tables/reviews.ts";
import type {
  ObjectiveKpiTable,
  ObjectiveVersionTable,
  PolicySentenceTable,
  PolicyTable,
  StrategyVersionTable,
  ThemeVersionTable,
} from "./tables/strategy.ts";
import type {
  CompetenceFeedTable,
  CompetenceNeedVersionTable,
  TrainingRecordTable,
  TrainingVersionTable,
} from "./tables/trainings.ts";
import type { IdentityTable } from "./tables/versioned.ts";
import type {
  IdempotencyTable,
  JobTable,
  KeptMonthTable,
  KeptYearTable,
  PersonNameTable,
  SecurityEventTable,
} from "./tables/working.ts";

/**
 * The one schema, for SQLite and PostgreSQL.
 *
 * Ids are integers inside the database and never leave it; codes and UUIDv7 public ids do. Instants are milliseconds
 * since 1970 UTC, months are `YYYY-MM`, dates `YYYY-MM-DD`. Truth values are 0 and 1.
 *
 * Two kinds of record tables, both append-only (a trigger refuses every other change):
 * - identities: a code that never changes, written once;
 * - versions: what was said of an identity, numbered by `n` within its key. The newest is the row whose `recorded_to` is
 *   null; saying something new closes it and adds a row whose `recorded_from` is the closed row's `recorded_to`. Taking
 *   something back is a version too (`withdrawn` = 1). So as-of is a filter, and every closed row has its successor.
 *
 * Each record row names the audit event that wrote it. What may be forgotten (names, sessions), repeated (jobs) or computed
 * again (kept cells) is no record and stands in tables of its own at the end.
 */
export interface Schema {
  audit_event: AuditEventTable;

  organisation: OrganisationTable;
  person: IdentityTable;
  person_state: PersonStateTable;
  role_grant: RoleGrantTable;
  unit: IdentityTable;
  unit_version: UnitVersionTable;
  unit_edge: UnitEdgeTable;
  period_state: PeriodStateTable;

  policy: PolicyTable;
  policy_sentence: PolicySentenceTable;
  strategy: IdentityTable;
  strategy_version: StrategyVersionTable;
  theme: IdentityTable;
  theme_version: ThemeVersionTable;
  objective: IdentityTable;
  objective_version: ObjectiveVersionTable;
  objective_kpi: ObjectiveKpiTable;

  kpi: IdentityTable;
  kpi_version: KpiVersionTable;
  kpi_definition: KpiDefinitionTable;
  tolerance: ToleranceTable;
  assignment: AssignmentTable;
  assignment_term: AssignmentTermTable;
  target: TargetTable;
  accepted_deviation: AcceptedDeviationTable;
  process_phase: ProcessPhaseTable;
  annotation: AnnotationTable;

  measurement: MeasurementTable;
  quality_flag: QualityFlagTable;
  dated_change: DatedChangeTable;

  action: IdentityTable;
  action_version: ActionVersionTable;
  decision: IdentityTable;
  decision_version: DecisionVersionTable;
  review: IdentityTable;
  review_version: ReviewVersionTable;
  review_input: ReviewInputTable;
  miss_cause: MissCauseTable;
  confidence: ConfidenceTable;

  party: IdentityTable;
  party_version: PartyVersionTable;
  need: IdentityTable;
  need_version: NeedVersionTable;
  risk: IdentityTable;
  risk_version: RiskVersionTable;
  issue: IdentityTable;
  issue_version: IssueVersionTable;
  objective_need: ObjectiveNeedTable;
  objective_risk: ObjectiveRiskTable;
  need_risk: NeedRiskTable;
  action_risk: ActionRiskTable;

  objective_proposal: ObjectiveProposalTable;
  acknowledgement: AcknowledgementTable;
  commitment: CommitmentTable;
  objective_lineage: ObjectiveLineageTable;
  objective_closing: ObjectiveClosingTable;

  notice_setting: NoticeSettingTable;
  person_notice: PersonNoticeTable;
  deputy: DeputyTable;
  hand_over: HandOverTable;
  acted_for: ActedForTable;

  training: IdentityTable;
  training_version: TrainingVersionTable;
  competence_need: IdentityTable;
  competence_need_version: CompetenceNeedVersionTable;
  training_record: TrainingRecordTable;
  competence_feed: CompetenceFeedTable;

  snapshot: SnapshotTable;

  year_forecast: YearForecastTable;
  year_outcome: YearOutcomeTable;

  person_name: PersonNameTable;
  security_event: SecurityEventTable;
  kept_month: KeptMonthTable;
  kept_year: KeptYearTable;
  job: JobTable;
  idempotency: IdempotencyTable;
  notice_sent: NoticeSentTable;
  alert_seen: AlertSeenTable;
}
