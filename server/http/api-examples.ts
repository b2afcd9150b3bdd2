/**
 * One question three ways, for whoever asks from outside: received and on-time dossiers of 2023 by district and month.
 * `IOC_URL` is the server, `IOC_TOKEN` the token of an account with the role reader. The README shows the same texts;
 * tests run those that this machine has a program for.
 */

export interface ApiExample {
  readonly title: string;
  /** As in a fenced block: `sh`, `python`, `powerquery`. */
  readonly language: string;
  readonly text: string;
}

const CURL = `curl -s "$IOC_URL/api/v1/query" \\
  -H "Authorization: Bearer $IOC_TOKEN" -H 'Content-Type: application/json' \\
  -d '{"measures": ["dossier.received", "dossier.onTimeRate"], "unit": "74",
       "level": "district", "by": ["unit"], "grain": "month",
       "period": {"from": "2023-01-01", "to": "2023-12-31"}}'`;

const PYTHON = `import csv, json, os, sys, urllib.request

question = {
    "measures": ["dossier.received", "dossier.onTimeRate"],
    "unit": "74", "level": "district", "by": ["unit"], "grain": "month",
    "period": {"from": "2023-01-01", "to": "2023-12-31"},
}
request = urllib.request.Request(
    os.environ["IOC_URL"] + "/api/v1/query",
    data=json.dumps(question).encode(),
    headers={"Authorization": "Bearer " + os.environ["IOC_TOKEN"],
             "Content-Type": "application/json"},
)
answer = json.load(urllib.request.urlopen(request))
table = csv.writer(sys.stdout)
table.writerow(["period", "unit", "received", "onTime", "resolved", "onTimeRate"])
for row in answer["rows"]:
    received = row["values"]["dossier.received"]
    rate = row["values"]["dossier.onTimeRate"]
    # No value is None and not 0; a rate of several rows is sum(num) / sum(den), never their mean.
    table.writerow([row["period"], row["unit"], received["value"],
                    rate.get("num"), rate.get("den"), rate["value"]])`;

const POWER_QUERY = `let
    Url = "http://127.0.0.1:8080",
    Token = "<token of a reader>",
    Question = [
        measures = {"dossier.received", "dossier.onTimeRate"},
        unit = "74", level = "district", by = {"unit"}, grain = "month",
        period = [from = "2023-01-01", to = "2023-12-31"]
    ],
    Answer = Json.Document(Web.Contents(Url, [
        RelativePath = "api/v1/query",
        Headers = [#"Authorization" = "Bearer " & Token, #"Content-Type" = "application/json"],
        Content = Json.FromValue(Question)
    ])),
    Rows = List.Transform(Answer[rows], (row) => [
        Period = row[period],
        Unit = row[unit],
        Received = row[values][#"dossier.received"][value],
        OnTime = Record.FieldOrDefault(row[values][#"dossier.onTimeRate"], "num", null),
        Resolved = Record.FieldOrDefault(row[values][#"dossier.onTimeRate"], "den", null)
    ])
in
    Table.FromRecords(Rows, type table [Period = text, Unit = text, Received = number, OnTime = number, Resolved = number])`;

export const API_EXAMPLES: readonly ApiExample[] = [
  { title: 'curl', language: 'sh', text: CURL },
  { title: 'Python', language: 'python', text: PYTHON },
  { title: 'Excel (Power Query)', language: 'powerquery', text: POWER_QUERY },
];
