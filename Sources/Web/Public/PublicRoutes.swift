import Office
import Vocabulary

/// What anybody may open: the front page, the door, registration, help.
func publicRoutes(_ desk: WebDesk, session: SessionCookie) -> [Route] {
  let door = Door(desk: desk, session: session)
  let start = StartPages(desk: desk)
  let pages: [Route] = [
    .get("/", "Front page", for: .anyone) { try await start.front($0) },
    .get("/bantuan", "Help", for: .anyone) { try start.help($0) },
    .get("/periksa", "Check the code of a paper", for: .anyone) { start.genuine($0) },
    .get("/aturan", "The rules and numbers we use", for: .anyone) { start.rules($0) },
    .get("/aturan/{a}", "Rules of one programme", for: .anyone) { try start.rule($0, ["a"]) },
    .get("/aturan/{a}/{b}", "One rule", for: .anyone) { try start.rule($0, ["a", "b"]) },
    .get("/aturan/{a}/{b}/{c}", "One rule", for: .anyone) { try start.rule($0, ["a", "b", "c"]) },
    .get("/masuk", "Sign-in page", for: .anyone) { try door.page($0) },
    .post("/masuk", "Sign in", for: .anyone) { try await door.signIn($0) },
    .post("/keluar", "Sign out", for: .anyone) { try await door.signOut($0) },
  ]
  let asked = RequirementPages(desk: desk).routes + CalculatorPages(desk: desk).routes
  return pages + asked + AccountPages(desk: desk, session: session).routes
    + door.selfEmployedWizard.routes("/daftar", "Register as self-employed", for: .anyone, limit: 1_000_000)
    + door.employerWizard.routes("/daftar/perusahaan", "Register an employer", for: .anyone, limit: 1_000_000)
}
