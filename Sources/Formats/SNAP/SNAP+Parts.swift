public import Vocabulary

extension SNAP {
  /// An amount as SNAP spells it: one to sixteen digits, a dot, two digits.
  public struct Amount: Hashable, Sendable, Codable {
    public let value: String
    public let currency: String

    public init(_ amount: Rupiah) {
      precondition(!amount.isNegative, "an amount on the wire is not negative")
      value = "\(amount.amount).00"
      currency = "IDR"
    }

    /// The amount; `nil` where it is not written `^\d{1,16}\.\d{2}$`, is not in rupiah or has cents.
    public var rupiah: Rupiah? {
      let parts = value.split(separator: ".", omittingEmptySubsequences: false)
      guard isWellFormed, currency == "IDR", parts.count == 2, parts[1] == "00" else { return nil }
      return Int64(parts[0]).map(Rupiah.init)
    }

    /// Whether the value is spelled as the standard asks, whatever the currency.
    public var isWellFormed: Bool {
      let parts = value.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count == 2 && (1...16).contains(parts[0].count) && parts[1].count == 2
        && parts.allSatisfy { $0.allSatisfy(\.isDigit) } && currency.count == 3
    }
  }

  /// A sentence in both languages under the standard's own keys.
  public struct Message: Hashable, Sendable, Codable {
    public var english: String
    public var indonesia: String

    public init(_ words: Words) { (english, indonesia) = (words.english, words.indonesian) }
    public init(english: String, indonesia: String) { (self.english, self.indonesia) = (english, indonesia) }
  }

  /// One line of a bill: a programme in a month, say.
  public struct BillDetail: Hashable, Sendable, Codable {
    public var billCode: String?
    public var billNo: String?
    public var billName: String?
    public var billShortName: String?
    public var billDescription: Message?
    public var billSubCompany: String?
    public var billAmount: Amount?
    public var additionalInfo: JSONValue?
    public var billReferenceNo: String?
    /// In payment answers: `00` paid, `01` refused.
    public var status: String?
    public var reason: Message?

    public init(
      billCode: String? = nil, billNo: String? = nil, billName: String? = nil, billShortName: String? = nil,
      billDescription: Message? = nil, billSubCompany: String? = nil, billAmount: Amount? = nil,
      additionalInfo: JSONValue? = nil, billReferenceNo: String? = nil, status: String? = nil, reason: Message? = nil
    ) {
      (self.billCode, self.billNo, self.billName, self.billShortName) = (billCode, billNo, billName, billShortName)
      (self.billDescription, self.billSubCompany) = (billDescription, billSubCompany)
      (self.billAmount, self.additionalInfo, self.billReferenceNo) = (billAmount, additionalInfo, billReferenceNo)
      (self.status, self.reason) = (status, reason)
    }
  }

  /// Whose virtual account a message is about, spelled as the bank sends it.
  public struct AccountNumber: Hashable, Sendable {
    /// Eight characters, padded with spaces in front; never trimmed, since banks compare and sign it so.
    public let partnerServiceId: String
    /// Up to 20 digits.
    public let customerNo: String
    /// The two above, one after the other.
    public let virtualAccountNo: String

    /// `nil` unless the code of the partner is at most eight digits and the customer's number at most twenty.
    public init?(partner: String, customerNo: String) {
      let code = partner.trimmed
      guard (1...8).contains(code.count), code.allSatisfy(\.isDigit), (1...20).contains(customerNo.count),
        customerNo.allSatisfy(\.isDigit)
      else { return nil }
      partnerServiceId = String(repeating: " ", count: 8 - code.count) + code
      self.customerNo = customerNo
      virtualAccountNo = partnerServiceId + customerNo
    }

    /// As our own books write it: the digits alone.
    public var virtualAccount: VirtualAccount? { VirtualAccount(virtualAccountNo) }
  }
}
