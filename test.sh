#!/usr/bin/env bash
# Installs what the tests need, runs every test, and ends with the line "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"

./run.sh --set-up || exit 1

# Real servers for the tests: PostgreSQL for the second database, an SMTP server for mail, and a reader of PDFs.
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
missing=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
/usr/bin/python3 -c 'import aiosmtpd' >/dev/null 2>&1 || missing+=(python3-aiosmtpd)
command -v pdftotext >/dev/null 2>&1 || missing+=(poppler-utils)
if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests: ${missing[*]}" >&2
  as_root apt-get update -qq >/dev/null 2>&1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    echo "Could not install ${missing[*]}: the tests that need them are skipped by name (and fail under CI=true)." >&2
fi

dotnet build EqAssess.sln -c Release --nologo -v quiet -clp:ErrorsOnly || { echo "The build failed." >&2; exit 1; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
export EQASSESS_ENGINES="$results/engines"
status=0

# run NAME PROJECT [FILTER...]
run() {
  local name=$1 project=$2
  shift 2
  echo "== EqAssess.$project.Tests${EQASSESS_TEST_DATABASE:+ on $EQASSESS_TEST_DATABASE}" >&2
  "tests/EqAssess.$project.Tests/bin/Release/net10.0/EqAssess.$project.Tests" -noColor -noLogo -reporter quiet -trx "$results/$name.trx" "$@" |
    sed -E -e '/^ *(EqAssess is ready at |First administrator, once|Demonstration workspace|[a-z]+@example\.test  Demo-|Take the sample test)/d' \
      -e '/^Ok, passed [0-9]+ tests\.$/d' -e '/^$/d' || status=1
}

run domain Domain
run web Web
run browser Browser

# What works on SQLite works on PostgreSQL too, and on SQL Server where EQASSESS_TEST_SQLSERVER leads to one: data, jobs, mail, the pages that ask
# the database most, the story, and two servers. Left out are tests that have run on each engine already, and those about the file of SQLite.
runs=3
on() {
  export EQASSESS_TEST_DATABASE=$1
  runs=$((runs + 2))
  run "web-$1" Web -trait- Database=Each -trait- Database=Sqlite \
    -namespace EqAssess.Web.Tests.Data -namespace "EqAssess.Web.Tests.Services*" -namespace EqAssess.Web.Tests.Mail \
    -namespace EqAssess.Web.Tests.Pages.Candidates -namespace EqAssess.Web.Tests.Pages.Campaigns -namespace EqAssess.Web.Tests.Pages.Results \
    -namespace EqAssess.Web.Tests.Pages.Insights -namespace EqAssess.Web.Tests.Pages.Monitoring
  run "browser-$1" Browser -class EqAssess.Browser.Tests.StoryTests -class EqAssess.Browser.Tests.TwoServersTests \
    -class EqAssess.Browser.Tests.ServersOnOneDatabaseTests
  unset EQASSESS_TEST_DATABASE
}
if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then on PostgreSql; fi
if [ -n "${EQASSESS_TEST_SQLSERVER:-}" ]; then on SqlServer; fi

count() { cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*>' | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | awk '{s+=$1} END {print s+0}'; }
total=$(count total); passed=$(count passed); failed=$(count failed)
[ "$failed" -gt 0 ] && status=1
[ "$passed" -eq 0 ] && status=1
[ "$(ls "$results"/*.trx 2>/dev/null | wc -l)" -eq "$runs" ] || { echo "A test project gave no results." >&2; status=1; }
sort -u "$EQASSESS_ENGINES" 2>/dev/null
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit $status
