public import Vocabulary

extension Row {
  public func day(_ column: Int) throws(StoreError) -> Day { Day(number: try small(column)) }

  public func month(_ column: Int) throws(StoreError) -> Month { Month(number: try small(column)) }

  public func instant(_ column: Int) throws(StoreError) -> Instant { Instant(milliseconds: try int(column)) }

  public func rupiah(_ column: Int) throws(StoreError) -> Rupiah { Rupiah(try int(column)) }

  public func id<Of>(_ column: Int, _: Of.Type = Of.self) throws(StoreError) -> Identifier<Of> {
    guard let id = Identifier<Of>(try int(column)) else { throw wrong(column, "an identifier above zero") }
    return id
  }

  public func nik(_ column: Int) throws(StoreError) -> NIK {
    guard let nik = NIK(try text(column)) else { throw wrong(column, "a NIK") }
    return nik
  }

  public func kpj(_ column: Int) throws(StoreError) -> KPJ {
    guard let kpj = KPJ(try text(column)) else { throw wrong(column, "a KPJ") }
    return kpj
  }

  public func npp(_ column: Int) throws(StoreError) -> NPP {
    guard let npp = NPP(try text(column)) else { throw wrong(column, "an NPP") }
    return npp
  }

  public func virtualAccount(_ column: Int) throws(StoreError) -> VirtualAccount {
    guard let account = VirtualAccount(try text(column)) else { throw wrong(column, "a virtual account number") }
    return account
  }

  /// The case of an enum stored by its text, `row.raw(2, as: Segment.self)`.
  public func raw<E: RawRepresentable>(_ column: Int, as _: E.Type = E.self) throws(StoreError) -> E
  where E.RawValue == String {
    guard let value = E(rawValue: try text(column)) else { throw wrong(column, "a case of \(E.self)") }
    return value
  }

  /// The case of an enum, or the set, stored by its number.
  public func raw<E: RawRepresentable>(_ column: Int, as _: E.Type = E.self) throws(StoreError) -> E
  where E.RawValue: FixedWidthInteger {
    guard let number = E.RawValue(exactly: try int(column)), let value = E(rawValue: number) else {
      throw wrong(column, "a case of \(E.self)")
    }
    return value
  }

  private func small(_ column: Int) throws(StoreError) -> Int32 {
    guard let number = Int32(exactly: try int(column)) else { throw wrong(column, "a day or month") }
    return number
  }
}

extension Row {
  public func optionalDay(_ column: Int) throws(StoreError) -> Day? { try isNull(column) ? nil : day(column) }

  public func optionalMonth(_ column: Int) throws(StoreError) -> Month? { try isNull(column) ? nil : month(column) }

  public func optionalInstant(_ column: Int) throws(StoreError) -> Instant? {
    try isNull(column) ? nil : instant(column)
  }

  public func optionalRupiah(_ column: Int) throws(StoreError) -> Rupiah? { try isNull(column) ? nil : rupiah(column) }

  public func optionalID<Of>(_ column: Int, _: Of.Type = Of.self) throws(StoreError) -> Identifier<Of>? {
    try isNull(column) ? nil : id(column)
  }

  public func optionalNIK(_ column: Int) throws(StoreError) -> NIK? { try isNull(column) ? nil : nik(column) }

  public func optionalKPJ(_ column: Int) throws(StoreError) -> KPJ? { try isNull(column) ? nil : kpj(column) }

  public func optionalNPP(_ column: Int) throws(StoreError) -> NPP? { try isNull(column) ? nil : npp(column) }

  public func optionalVirtualAccount(_ column: Int) throws(StoreError) -> VirtualAccount? {
    try isNull(column) ? nil : virtualAccount(column)
  }

  public func optionalRaw<E: RawRepresentable>(_ column: Int, as type: E.Type = E.self) throws(StoreError) -> E?
  where E.RawValue == String {
    try isNull(column) ? nil : raw(column, as: type)
  }

  public func optionalRaw<E: RawRepresentable>(_ column: Int, as type: E.Type = E.self) throws(StoreError) -> E?
  where E.RawValue: FixedWidthInteger {
    try isNull(column) ? nil : raw(column, as: type)
  }
}
