import type { VerdictMessages } from "./verdict-messages.ts";

/** Chinese, simplified. */
export const CHINESE: VerdictMessages = {
  situations: {
    improving_will_meet: {
      sentence: "自{since}起优于常态，并稳定达标。",
      advice: "巩固这一改变，并重新计算常态范围。",
    },
    improving_may_miss: {
      sentence: "自{since}起优于常态，但仍有部分月份未达标。",
      advice: "继续执行计划。",
    },
    improving_will_miss: {
      sentence: "自{since}起持续改善，但仍未达到目标。",
      advice: "继续执行计划，或调整期限。",
    },
    improving_only: {
      sentence: "自{since}起优于常态。",
      advice: "查明{changedIn}发生了什么变化，并予以保持。",
    },
    stable_will_meet: {
      sentence: "平稳且可靠达标。",
      advice: "无需行动；可减少查看频次。",
    },
    stable_may_miss: {
      sentence: "在目标附近平稳波动：每10个月约有{misses}个月会偶然未达标。",
      advice: "不必解释单个月份；应减小波动。",
    },
    stable_will_miss: {
      sentence: "平稳但未达目标。在过程改变之前，预计为{range}。",
      advice: "改变过程或调整目标。",
    },
    stable_only: {
      sentence: "平稳。在过程改变之前，预计为{range}。",
      advice: "无需行动。",
    },
    worsening_will_meet: {
      sentence: "自{since}起差于常态，目前仍达标。",
      advice: "立即查明{changedIn}发生了什么变化。",
    },
    worsening_may_miss: {
      sentence: "已有{months}个月差于常态，始于{since}。",
      advice: "查明{changedIn}发生了什么变化。",
    },
    worsening_will_miss: {
      sentence: "自{since}起差于常态，且未达目标。",
      advice: "请决定：对策、资源还是目标。",
    },
    worsening_only: {
      sentence: "已有{months}个月差于常态，始于{since}。",
      advice: "查明{changedIn}发生了什么变化。",
    },
    higher_only: {
      sentence: "自{since}起高于常态。",
      advice: "查明{changedIn}发生了什么变化。",
    },
    lower_only: {
      sentence: "自{since}起低于常态。",
      advice: "查明{changedIn}发生了什么变化。",
    },
    constant_will_meet: {
      sentence: "未见波动，已达标。",
      advice: "无需行动；可减少查看频次。",
    },
    constant_will_miss: {
      sentence: "未见波动，未达目标。",
      advice: "改变过程或调整目标。",
    },
    constant_only: {
      sentence: "未见波动。",
      advice: "请确认每个月都重新测量。",
    },
    one_off: {
      sentence: "{judged}异常（{value}）；其他没有变化。",
      advice: "了解发生了什么；继续执行计划。",
    },
    too_few: {
      sentence: "月份太少，无法判断：目前{count}个月。",
      advice: "等待满{wanted}个月。",
    },
    nothing_yet: {
      sentence: "尚未上报任何数据。",
      advice: "请录入第一个月。",
    },
  },
  gaps: {
    missing: "{period}未上报。",
    no_value: "{period}没有数值。",
    incomplete: "{period}数据不完整。",
  },
  variations: {
    improving: "改善",
    worsening: "恶化",
    one_off: "单次异常",
    stable: "平稳",
    higher: "高于常态",
    lower: "低于常态",
    too_few: "月份太少，无法判断",
  },
  outlooks: {
    will_meet: "将达标",
    may_miss: "可能不达标",
    will_miss: "将不达标",
  },
  statuses: {
    not_due: "未到期",
    missing: "未上报",
    no_value: "无数值",
    incomplete: "不完整",
    no_target: "无目标",
    on: "达标",
    near: "略低于目标",
    off: "未达标",
  },
  reasons: {
    worsening: "自{since}起差于常态。",
    will_miss: "若无改变，将无法达标。",
    off_without_plan: "未达标且没有计划。",
    off_with_late_plan: "未达标且计划已逾期。",
  },
  questions: {
    onTarget: "我们达标了吗？",
    changed: "有什么变化吗？",
    willMeet: "我们能达到目标吗？",
  },
  onTarget: {
    not_due: "未到期",
    missing: "未上报",
    no_value: "无数值",
    incomplete: "不完整",
    no_target: "无目标",
    on: "是",
    near: "略差一点",
    off: "否",
  },
  against: "{figure}，目标为{target}。",
  coverage: "应报{due}，已报{reported}。",
  changed: {
    improving: {
      sentence: "是，变好了",
      advice: "自{since}起优于常态。水平最可能在{changedIn}发生变化。",
    },
    worsening: {
      sentence: "是，变差了",
      advice: "自{since}起差于常态。水平最可能在{changedIn}发生变化。",
    },
    one_off: {
      sentence: "仅{judged}",
      advice: "{value}属异常；其他没有变化。",
    },
    stable: {
      sentence: "没有",
      advice: "在常态范围内。",
    },
    higher: {
      sentence: "是，变高了",
      advice: "自{since}起高于常态。水平最可能在{changedIn}发生变化。",
    },
    lower: {
      sentence: "是，变低了",
      advice: "自{since}起低于常态。水平最可能在{changedIn}发生变化。",
    },
    too_few: {
      sentence: "月份太少，无法判断",
      advice: "目前{count}个月；需要{wanted}个月。",
    },
  },
  notATrend: "在常态范围内，并非趋势。",
  willMeet: {
    will_meet: "每个常态月份都达标。",
    may_miss: "每10个月约有{misses}个月偶然未达标。",
    will_miss: "没有一个常态月份达标。",
  },
  noOutlook: {
    sentence: "无法判断",
    advice: "需要有目标和{wanted}个月的数据。",
  },
  expect: "预计{range}。",
  headline: {
    none: "本月没有指标需要决策",
    one: "本月有一个指标需要决策",
    many: "本月有{count}个指标需要决策",
  },
  numbers: [],
  chances: {
    open: "约{percent}%",
    reached: "已达到",
    missed: "已无法达到",
  },
  yearEnd: {
    open: "年末：预计{median}（{range}）；达到{target}的可能性约为{chance}。",
    reached: "年末：{target}已经达到。",
    missed: "年末：{target}已无法达到。",
    noTarget: "年末：预计{median}（{range}）。",
    little: "仅依据{months}个结果。",
    over: "全年结果为{median}。",
    overReached: "全年结果为{median}：达到了{target}。",
    overMissed: "全年结果为{median}：未达到{target}。",
  },
  separator: "，",
  heard: {
    common_cause: "在常态范围内",
    special_cause_improvement: "优于常态",
    special_cause_concern: "差于常态",
    special_cause_neutral_high: "高于常态",
    special_cause_neutral_low: "低于常态",
  },
  range: {
    usual: "常态范围 {range}",
    trial: "试用界限 {range}",
    none: "月份太少，没有常态范围",
    median: "中位数 {centre}",
    medianAndTrial: "中位数 {centre}，试用界限 {range}",
    upTo: "事件之间通常不超过 {high}",
    newest: "最近一个月的常态范围 {range}",
  },
  subline: {
    onTarget: "{all}个中有{count}个达标",
    improving: "{count}个改善",
    worsening: "{count}个恶化",
    missing: "{count}个未上报",
    incomplete: "{count}个不完整",
  },
  notes: {
    widened: "相邻月份彼此相似；常态范围已因此加宽。",
    narrow: "相邻月份彼此相似；常态范围可能偏窄。",
    hollow: "空心月份缺少部分单位的结果，不计入常态范围。",
    difference: "目标多次变更；每个月与其自身的目标比较。",
    clipped: "常态范围只画到数值可能达到之处。",
  },
  season: {
    seasonal: "每年重复出现季节性（强度{strength}，最大为1）：第二张图显示去除季节性后的相同月份。",
    none: "没有明显的季节性（强度{strength}，最大为1，共{months}个月）。",
    title: "{title}，去除季节性",
  },
  charts: {
    names: {
      xmr: "单值图（XmR）",
      "p-prime": "按分母的占比图（p′）",
      "u-prime": "按分母的比率图（u′）",
      p: "占比图，仅含偶然（p）",
      u: "比率图，仅含偶然（u）",
      g: "罕见事件间隔图（g）",
      run: "围绕中位数的链图",
      t: "事件间隔天数图（t）",
    },
    reasons: {
      chosen: "此图是为该指标选定的。",
      single_values: "每月一个数值：常态范围取决于相邻月份的差异。",
      even_denominators: "所有分母都在其均值的25%以内，各月权重相同，单值图即可。",
      uneven_denominators: "分母与其均值相差超过25%，因此每个月按各自的分母确定常态范围。",
      rare_events: "每月不足一次事件：事件之间的间隔比零和一的计数更能说明问题。",
      few_months: "不足13个月：显示围绕中位数的链，界限为试用界限。",
      very_skewed: "数值分布非常偏斜，因此计算围绕中位数的链，不画界限。",
      hardly_varies: "大多数月份数值相同，按原样解读：单值图。",
      no_denominators: "所选的图需要分母，而这些月份没有。",
      no_counts: "所选的图需要整数的事件次数，而这些月份没有。",
      event_dates: "已知各次事件的日期，因此判断其间隔天数。",
    },
    notes: {
      varying: "每个月按各自的分母确定常态范围；信号以标准差解读。",
      intervals: "有事件的月份各有一个点，表示距上次事件的间隔：越高越少见。",
      days: "每次事件各有一个点，表示距上次事件的天数：越高越少见。",
    },
    overdispersed: "计数的波动是纯偶然情形的{ratio}倍：此图的界限过窄，请使用带撇号的图。",
    notOverdispersed: "计数的波动与纯偶然情形相符（{ratio}倍），此图的界限有效。",
  },
  target: {
    atMost: "不超过{value}",
    atLeast: "不低于{value}",
    between: "{low}至{high}之间",
  },
  monthStyle: "year-first",
};
