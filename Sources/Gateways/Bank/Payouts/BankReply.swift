/// What a paying bank sends back, each file as it came.
public struct BankReply: Hashable, Sendable {
  /// pain.002: what became of an order.
  public var reports: [[UInt8]]
  /// camt.054: what moved on our accounts.
  public var notifications: [[UInt8]]

  public init(reports: [[UInt8]] = [], notifications: [[UInt8]] = []) {
    self.reports = reports
    self.notifications = notifications
  }
}
