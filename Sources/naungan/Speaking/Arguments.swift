public import ArgumentParser
public import Vocabulary

// What people type on the command line, read by the same readers as everywhere else.

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(typed: argument) }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Rupiah: ExpressibleByArgument {
  public init?(argument: String) { self.init(typed: argument) }
}

extension VirtualAccount: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
