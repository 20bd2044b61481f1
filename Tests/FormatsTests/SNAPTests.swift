import Testing
import Vocabulary

@testable import Formats

@Suite struct SHA256Tests {
  // FIPS 180-4 examples and lengths around the block's end.
  @Test(
    "SHA-256 gives the standard's digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func vectors(text: String, digest: String) { #expect(SHA256.hex(Array(text.utf8)) == digest) }

  @Test("A million times a")
  func million() {
    let digest = SHA256.hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(
    "Lengths around the end of a block agree with the system's sha256sum", arguments: [55, 56, 63, 64, 65, 119, 120])
  func lengths(count: Int) throws {
    let text = String(repeating: "n", count: count)
    let sum = try Tool.run("sh", ["-c", "printf %s \(text) | sha256sum"])
    #expect(sum.hasPrefix(SHA256.hex(Array(text.utf8))))
  }
}

@Suite struct JSONBytesTests {
  @Test(
    "Blanks between tokens go, everything in strings stays",
    arguments: [
      ("{ \"a\" : 1 ,\n\t\"b\" : [ true , null ]\r\n}", "{\"a\":1,\"b\":[true,null]}"),
      (#"{"a b" : "c  d \" e : f"}"#, #"{"a b":"c  d \" e : f"}"#),
      (#"{"path":"a\/b", "e":"\u00c9"}"#, #"{"path":"a\/b","e":"\u00c9"}"#),
      (#"{"slash":"\\" , "n": 1.00E+2}"#, #"{"slash":"\\","n":1.00E+2}"#), ("", ""), ("   ", ""),
    ])
  func examples(raw: String, minified: String) {
    #expect(JSONBytes.minified(Array(raw.utf8)) == Array(minified.utf8))
  }

  @Test("Over seeded values: minifying undoes any spacing, and twice is once")
  func fuzz() throws {
    let seed = Tool.seed
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      var tight: [UInt8] = []
      var loose: [UInt8] = []
      for token in tokens(depth: 4, &random) {
        for _ in 0..<random.below(3) { loose.append(random.pick([0x20, 0x09, 0x0A, 0x0D] as [UInt8])) }
        tight += token
        loose += token
      }
      #expect(JSONBytes.minified(loose) == tight, "seed \(seed)")
      #expect(JSONBytes.minified(tight) == tight, "seed \(seed)")
    }
  }

  @Test("Over seeded noise: minifying twice is once")
  func noise() {
    let seed = Tool.seed
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let bytes = (0..<random.below(60)).map { _ in random.pick(Array(" \t\n\"\\a{}:,é".utf8)) }
      let once = JSONBytes.minified(bytes)
      #expect(JSONBytes.minified(once) == once, "seed \(seed)")
    }
  }

  private func tokens(depth: Int, _ random: inout SeededRandom) -> [[UInt8]] {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    switch depth == 0 ? random.below(3) : random.below(5) {
    case 0: return [bytes(random.pick(["0", "-1.50", "1e9", "true", "null", "12345678901234567890.00"]))]
    case 1, 2: return [string(&random)]
    case 3:
      var list = [bytes("[")]
      for index in 0..<random.below(4) { list += (index > 0 ? [bytes(",")] : []) + tokens(depth: depth - 1, &random) }
      return list + [bytes("]")]
    default:
      var object = [bytes("{")]
      for index in 0..<random.below(4) {
        object += (index > 0 ? [bytes(",")] : []) + [string(&random), bytes(":")] + tokens(depth: depth - 1, &random)
      }
      return object + [bytes("}")]
    }
  }

  private func string(_ random: inout SeededRandom) -> [UInt8] {
    let parts = ["a", " ", "  ", "\\\"", "\\\\", "\\/", "\\u0020", "{", "}", ":", ",", "É", "\\n"]
    return Array(("\"" + (0..<random.below(8)).map { _ in random.pick(parts) }.joined() + "\"").utf8)
  }
}

@Suite struct SNAPTests {
  private let account = SNAP.AccountNumber(partner: "98999", customerNo: "12600000017")

  @Test("The string to sign is method, path, token, digest of the minified body and time")
  func stringToSign() {
    let body = Array("{ \"a\" : 1 }".utf8)
    let digest = SHA256.hex(Array("{\"a\":1}".utf8))
    let time = "2026-11-20T14:05:09+07:00"
    #expect(
      SNAP.stringToSign(method: "post", path: "/v1.0/transfer-va/inquiry", token: "T", body: body, timestamp: time)
        == "POST:/v1.0/transfer-va/inquiry:T:\(digest):\(time)")
    #expect(
      SNAP.stringToSign(method: "POST", path: "/p", body: body, timestamp: time) == "POST:/p:\(digest):\(time)")
    #expect(SNAP.stringToSign(clientKey: "K", timestamp: time) == "K|\(time)")
    #expect(
      SNAP.stringToSign(method: "GET", path: "/p", token: "T", body: [], timestamp: time)
        .contains(":e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:"))
  }

  @Test("Every outcome has its own seven digits, which read back as it")
  func codes() throws {
    var seen: Set<String> = []
    for outcome in SNAP.Outcome.every {
      let code = outcome.code(of: .payment)
      #expect(code.count == 7 && seen.insert(code).inserted, "\(outcome)")
      #expect(code.hasPrefix(String(outcome.httpStatus)) && !outcome.message.isEmpty)
      let read = try #require(SNAP.Outcome.read(code))
      #expect(read.outcome == outcome && read.service == 25)
    }
    #expect(SNAP.Outcome.successful.code(of: .inquiry) == "2002400")
    #expect(SNAP.Outcome.paidBill.code(of: .inquiry) == "4042414")
    #expect(SNAP.Outcome.inconsistentRequest.code(of: .payment) == "4042518")
    #expect(SNAP.Outcome.conflict.code(of: .inquiry) == "4092400")
    #expect(SNAP.Outcome.missingField(field: "customerNo").message == "Invalid Mandatory Field customerNo")
    for wrong in ["", "200240", "20024000", "2992400", "abcdefg", "٢٠٠٢٤٠٠"] {
      #expect(SNAP.Outcome.read(wrong) == nil)
    }
  }

  @Test("The partner's code has eight characters, blanks in front, and is never trimmed")
  func padding() throws {
    let account = try #require(account)
    #expect(account.partnerServiceId == "   98999")
    #expect(account.virtualAccountNo == "   9899912600000017")
    #expect(account.virtualAccount?.digits == "9899912600000017")
    #expect(SNAP.AccountNumber(partner: "123456789", customerNo: "1") == nil)
    #expect(SNAP.AccountNumber(partner: "1a", customerNo: "1") == nil)
    #expect(SNAP.AccountNumber(partner: "1", customerNo: "") == nil)
    let request = SNAP.InquiryRequest(account, inquiryRequestId: "abc-1")
    let json = String(decoding: try request.json(), as: UTF8.self)
    #expect(json.contains(#""partnerServiceId":"   98999""#))
    #expect(try SNAP.InquiryRequest.read(request.json()) == request)
  }

  @Test(
    "Amounts have one to sixteen digits, a dot and two digits",
    arguments: [
      ("1000000.00", true, 1_000_000), ("0.00", true, 0), ("9999999999999999.00", true, 9_999_999_999_999_999),
      ("1000000", false, nil), ("1000000.0", false, nil), ("1.000.00", false, nil), ("-5.00", false, nil),
      (".00", false, nil), ("12345678901234567.00", false, nil), ("10.50", true, nil), ("1,00", false, nil),
      ("", false, nil),
    ] as [(String, Bool, Int64?)])
  func amounts(value: String, isWellFormed: Bool, rupiah: Int64?) throws {
    let json = Array(#"{"value":"\#(value)","currency":"IDR"}"#.utf8)
    let body =
      Array(
        #"{"partnerServiceId":"   98999","customerNo":"1","virtualAccountNo":"   989991","paymentRequestId":"p","paidAmount":"#
          .utf8) + json + Array("}".utf8)
    if isWellFormed {
      #expect(try SNAP.PaymentRequest.read(body).paidAmount.rupiah?.amount == rupiah)
    } else {
      #expect(throws: SNAP.Refusal(outcome: .invalidFormat(field: "paidAmount.value"))) {
        try SNAP.PaymentRequest.read(body)
      }
    }
  }

  static let refused: [(String, String, SNAP.Outcome)] = [
    ("not JSON", "{", .badRequest), ("a list", "[]", .badRequest), ("empty", "", .badRequest),
    ("nothing in it", "{}", .missingField(field: "partnerServiceId")),
    (
      "missing before misshapen", #"{"partnerServiceId":"x","customerNo":"1","virtualAccountNo":"   989991"}"#,
      .missingField(field: "inquiryRequestId")
    ),
    (
      "blank mandatory",
      #"{"partnerServiceId":"   98999","customerNo":"","virtualAccountNo":"a","inquiryRequestId":"i"}"#,
      .missingField(field: "customerNo")
    ),
    (
      "trimmed partner",
      #"{"partnerServiceId":"98999","customerNo":"1","virtualAccountNo":"989991","inquiryRequestId":"i"}"#,
      .invalidFormat(field: "partnerServiceId")
    ),
    (
      "letters in customer",
      #"{"partnerServiceId":"   98999","customerNo":"1a","virtualAccountNo":"   989991a","inquiryRequestId":"i"}"#,
      .invalidFormat(field: "customerNo")
    ),
    (
      "number that is not the sum of its parts",
      #"{"partnerServiceId":"   98999","customerNo":"1","virtualAccountNo":"   989992","inquiryRequestId":"i"}"#,
      .invalidFormat(field: "virtualAccountNo")
    ),
    (
      "number instead of text",
      #"{"partnerServiceId":"   98999","customerNo":1,"virtualAccountNo":"   989991","inquiryRequestId":"i"}"#,
      .invalidFormat(field: "customerNo")
    ),
    (
      "amount without currency",
      #"{"partnerServiceId":"   98999","customerNo":"1","virtualAccountNo":"   989991","inquiryRequestId":"i","amount":{"value":"1.00"}}"#,
      .missingField(field: "amount.currency")
    ),
  ]

  @Test("A request with a flaw is answered by the flaw", arguments: refused)
  func refusals(name: String, body: String, outcome: SNAP.Outcome) {
    #expect(throws: SNAP.Refusal(outcome: outcome), "\(name)") { try SNAP.InquiryRequest.read(Array(body.utf8)) }
  }

  @Test("additionalInfo comes as an object, as an empty text or not at all, and goes back as it came")
  func additionalInfo() throws {
    let head = #"{"partnerServiceId":"   98999","customerNo":"1","virtualAccountNo":"   989991","inquiryRequestId":"i""#
    for (tail, echoed) in [
      ("}", nil), (#","additionalInfo":""}"#, .text("")), (#","additionalInfo":{}}"#, .object([:])),
      (
        #","additionalInfo":{"a":[1,2.5,true,null,"/x"]},"channelCode":6011}"#,
        .object(["a": .list([.whole(1), .real(2.5), .boolean(true), .null, .text("/x")])])
      ),
    ] as [(String, JSONValue?)] {
      let request = try SNAP.InquiryRequest.read(Array((head + tail).utf8))
      #expect(request.additionalInfo == echoed)
      let data = SNAP.InquiryData(
        answering: request, status: "00", reason: SNAP.Message(Words("Sukses", "Success")))
      let answer = SNAP.InquiryResponse(.successful, data: data, additionalInfo: request.additionalInfo)
      #expect(try SNAP.InquiryResponse.read(answer.json()) == answer)
    }
  }

  @Test("A payment and its answer go through JSON unchanged, advice included")
  func payment() throws {
    let account = try #require(account)
    var request = SNAP.PaymentRequest(
      account, paymentRequestId: "p-1", paidAmount: SNAP.Amount(Rupiah(525_000)),
      trxDateTime: "2026-11-20T14:05:09+07:00",
      referenceNo: "77", flagAdvise: "Y")
    request.billDetails = [
      SNAP.BillDetail(billCode: "01", billNo: "202611", billAmount: SNAP.Amount(Rupiah(525_000)), billReferenceNo: "9")
    ]
    let read = try SNAP.PaymentRequest.read(request.json())
    #expect(read == request && read.isAdvice && read.paidAmount.value == "525000.00")
    let data = SNAP.PaymentData(
      answering: read, status: "00", reason: SNAP.Message(english: "Success", indonesia: "Sukses"))
    let answer = SNAP.PaymentResponse(.successful, data: data)
    #expect(try SNAP.PaymentResponse.read(answer.json()) == answer)
    #expect(try answer.json() == answer.json())
    #expect(answer.responseCode == "2002500")
  }
}
