import Foundation
import Testing
import Vocabulary

@Suite("Days and months")
struct DayTests {
  @Test("Every day from 1800 to 2200 follows the one before, and reads back from its text and its parts")
  func everyDay() throws {
    var (year, month, day) = (1800, 1, 1)
    var current = try #require(Day(1800, 1, 1))
    while year <= 2200 {
      guard current.year == year, current.monthOfYear == month, current.dayOfMonth == day,
        Day(year, month, day) == current, Day(current.description) == current
      else {
        Issue.record("\(year)-\(month)-\(day) became \(current)")
        return
      }
      current = current.adding(days: 1)
      // The slow way round the calendar.
      let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  static let bad = [
    "", "2026", "2026-11", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-11-00",
    "2026-11-32",
    "2026-1-05", "26-11-20", "2026/11/20", " 2026-11-20", "2026-11-20 ", "+026-11-20", "2026-11-20T00:00", "٢٠٢٦-11-20",
    "0000-01-01", "-001-01-01", "2026-11--1",
  ]

  @Test("ISO days are read strictly", arguments: bad)
  func strict(_ text: String) { #expect(Day(text) == nil) }

  static let typed: [(String, String)] = [
    ("1980-07-01", "1980-07-01"), ("7/1/1980", "1980-01-07"), ("07-01-1980", "1980-01-07"),
    ("31.12.1980", "1980-12-31"),
    ("31 12 1980", "1980-12-31"), ("31. 12. 1980", "1980-12-31"),
    ("  29/2/2024 ", "2024-02-29"),
  ]

  @Test("What people type for a day is read, the day first", arguments: typed)
  func reads(_ text: String, _ iso: String) { #expect(Day(typed: text) == Day(iso)) }

  static let badTyped = [
    "", "31/2/2020", "29/2/2023", "0/1/2020", "1/0/2020", "1/13/2020", "1/1/80", "1980/7/1", "satu Juli 1980", "1-1",
    "1/1/20200",
    "99999999999999999999/1/2020", "1/1/1/2020",
  ]

  @Test("What is no day is refused", arguments: badTyped)
  func refuses(_ text: String) { #expect(Day(typed: text) == nil) }

  static let later: [(String, Int, String)] = [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", 0, "2026-01-15"), ("1999-12-31", 2, "2000-02-29"),
    ("1899-12-31", 2, "1900-02-28"),
  ]

  @Test("So many months later is the same day, or the last of a shorter month", arguments: later)
  func addsMonths(_ from: String, _ months: Int, _ to: String) throws {
    let from = try #require(Day(from))
    #expect(from.adding(months: months).description == to)
  }

  static let ages: [(String, String, Int)] = [
    ("1985-07-01", "2026-06-30", 40), ("1985-07-01", "2026-07-01", 41), ("2004-02-29", "2023-02-28", 18),
    ("2004-02-29", "2023-03-01", 19), ("2004-02-29", "2024-02-28", 19), ("2004-02-29", "2024-02-29", 20),
    ("2026-01-01", "2026-01-01", 0), ("2026-01-02", "2026-01-01", -1), ("1970-12-31", "2026-12-30", 55),
  ]

  @Test("An age is completed years; who was born on 29 February is older on 1 March in common years", arguments: ages)
  func completedYears(_ born: String, _ on: String, _ years: Int) throws {
    let (born, on) = (try #require(Day(born)), try #require(Day(on)))
    #expect(born.completedYears(on: on) == years)
  }

  @Test("Completed years and months agree with counting birthdays one by one")
  func agesSlowly() {
    var random = SeededRandom(seed: seed)
    for _ in 0..<3_000 {
      let born = Day(number: Int32(random.below(20_000)))
      let on = born.adding(days: random.below(30_000))
      let months = (0...).first { born.month.adding($0 + 1).compares(born.dayOfMonth) > on.compares } ?? 0
      #expect(born.completedMonths(on: on) == months, "SEED=\(seed) \(born) \(on)")
      #expect(born.completedYears(on: on) == months / 12, "SEED=\(seed) \(born) \(on)")
      #expect(born.days(until: on) == Int(on.number - born.number))
    }
  }

  @Test("A month knows its length, its ends and its neighbours")
  func months() throws {
    #expect([2000, 1900, 2024, 2023].map { Month(year: $0, month: 2).length } == [29, 28, 29, 28])
    let november = try #require(Month("2026-11"))
    #expect(november.firstDay.description == "2026-11-01" && november.lastDay.description == "2026-11-30")
    #expect(november.next.next.description == "2027-01" && november.previous.description == "2026-10")
    #expect(Array(november...november.adding(3)).map(\.description) == ["2026-11", "2026-12", "2027-01", "2027-02"])
    #expect(
      november.spelled(in: .indonesian) == "November 2026"
        && november.firstDay.spelled(in: .english) == "1 November 2026")
    #expect(Month(year: 2026, month: 5).spelled(in: .indonesian) == "Mei 2026")
  }

  static let badMonths = [
    "", "2026", "2026-0", "2026-00", "2026-13", "26-11", "2026-1", "2026-11-01", "2026/11", "0000-01", " 2026-11",
    "+026-11",
  ]

  @Test("Months are read strictly", arguments: badMonths)
  func strictMonths(_ text: String) { #expect(Month(text) == nil) }

  @Test("A moment falls on the day it is in Jambi, also before 1970")
  func moments() throws {
    let day = try #require(Day("2026-11-20"))
    #expect(Instant(day, hour: 0).day == day && Instant(day, hour: 23, minute: 59).day == day)
    #expect(Instant(day, hour: 0).adding(milliseconds: -1).day == day.adding(days: -1))
    #expect(Instant(day, hour: 14, minute: 5).description == "2026-11-20T14:05:00+07:00")
    #expect(Instant(day, hour: 14, minute: 5).clock == "14.05")
    let old = try #require(Day("1955-03-01"))
    #expect(
      Instant(old, hour: 0).day == old && Instant(old, hour: 0).adding(milliseconds: -1).day == old.adding(days: -1))
  }
}

extension Day {
  /// Month and day as one number that sorts like the calendar.
  fileprivate var compares: Int { Int(month.number) * 100 + dayOfMonth }
}

extension Month {
  fileprivate func compares(_ day: Int) -> Int { Int(number) * 100 + day }
}
