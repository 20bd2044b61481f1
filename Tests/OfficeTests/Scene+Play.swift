import Fixtures
import Foundation
import Office
import Programs
import Store
import Testing
import Vocabulary

extension Scene {
  /// Goes through the script, the whole of it or its beginning; `before` sees each act before it is done.
  func play(
    _ acts: some Sequence<ScriptedAct> = Scene.script,
    before: (Int, ScriptedAct, Actor, ActKey) async throws -> Void = { _, _, _, _ in },
    after: (Int, ScriptedAct, Actor, ActKey, String) async throws -> Void = { _, _, _, _, _ in }
  ) async throws {
    for (number, act) in acts.enumerated() {
      if let day = act.on { try move(to: day) }
      let actor = try act.actor(self)
      let key = try key("script-\(number)")
      try await before(number, act, actor, key)
      let answer = try await act.perform(self, actor, key)
      try await after(number, act, actor, key, answer)
    }
  }
}
