import ArgumentParser
import Vocabulary

// What people type on the command line, read by the same readers as everywhere else.

extension Day: ExpressibleByArgument {
  init?(argument: String) { self.init(typed: argument) }
}

extension Month: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}

extension Rupiah: ExpressibleByArgument {
  init?(argument: String) { self.init(typed: argument) }
}

extension VirtualAccount: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
