import Simulation
import Vocabulary

/// What sample branch to make.
struct SamplePlan {
  let setting: Simulator.Setting
  let share: Double

  var last: Month { setting.first.adding(setting.months - 1) }

  /// Budi leaves at the end of this month: two before the last, so that his waiting time is over by today.
  var budiLeaves: Month { setting.first.adding(max(0, setting.months - 3)) }
}
