import Testing
import Web

@Suite("The OpenAPI document and the routes")
struct OpenAPIContractTests {
  private static let routes: [Route] = [
    .get("/api/v1/claims/{number}", "A claim", for: .only(.partner), face: .api) { _ in .noContent },
    .post("/api/v1/claims", "File a claim", for: .only(.partner), face: .api, needsKey: true) { _ in .noContent },
    .get("/anggota", "A page, not described", for: .anyone) { _ in .noContent },
  ]

  private static let good = """
    {"openapi":"3.1.0","security":[{"bearer":[]}],
     "components":{"parameters":{"Key":{"name":"Idempotency-Key","in":"header","required":true}},
       "responses":{"Problem":{"content":{"application/problem+json":{}}}}},
     "paths":{
       "/api/v1/claims/{number}":{"parameters":[{"name":"number","in":"path","required":true}],
         "get":{"operationId":"claim","summary":"A claim",
           "responses":{"200":{},"404":{"$ref":"#/components/responses/Problem"}}}},
       "/api/v1/claims":{"post":{"operationId":"file","summary":"File a claim",
         "parameters":[{"$ref":"#/components/parameters/Key"}],
         "responses":{"201":{},"default":{"$ref":"#/components/responses/Problem"}}}}}}
    """

  private func faults(_ document: String) -> [String] {
    OpenAPIContract.faults(document: Array(document.utf8), routes: Self.routes)
  }

  @Test("A document that says what the program does has no faults")
  func agrees() { #expect(faults(Self.good) == []) }

  @Test(
    "Every difference is found",
    arguments: [
      ("\"get\":", "\"put\":", "GET /api/v1/claims/{number} is not in the document"),
      ("\"get\":", "\"put\":", "PUT /api/v1/claims/{number} is in the document but not in the program"),
      ("\"A claim\"", "\"Claim\"", "GET /api/v1/claims/{number}: its summary is not \"A claim\""),
      ("\"name\":\"number\"", "\"name\":\"id\"", "GET /api/v1/claims/{number}: does not describe {number}"),
      ("\"name\":\"number\"", "\"name\":\"id\"", "GET /api/v1/claims/{number}: describes {id}, which its path has not"),
      (
        "\"in\":\"header\",\"required\":true", "\"in\":\"header\"",
        "POST /api/v1/claims: does not require Idempotency-Key"
      ),
      ("problem+json", "json", "GET /api/v1/claims/{number}: 404 is not application/problem+json"),
      ("\"200\":{},", "", "GET /api/v1/claims/{number}: describes no success"),
      ("\"operationId\":\"file\"", "\"operationId\":\"claim\"", "operationId claim is used twice"),
      ("\"operationId\":\"file\",", "", "POST /api/v1/claims: has no operationId"),
      ("[{\"bearer\":[]}]", "[]", "POST /api/v1/claims: needs a caller, but the document asks for none"),
      ("3.1.0", "3.0.3", "the document is not OpenAPI 3.1"),
    ])
  func differs(old: String, new: String, fault: String) {
    #expect(faults(Self.good.replacing(old, with: new)).contains(fault))
  }
}
