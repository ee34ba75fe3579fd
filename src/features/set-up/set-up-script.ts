import { setUpFileWords as words } from "../../content";
import type { ListPlan } from "../../parts";

/** What an administrator needs to make the lists without the app. */
export interface SetUpFile {
  readonly version: 1;
  /** The site's https address. */
  readonly site: string;
  readonly lists: readonly ListPlan[];
}

export function setUpJson(file: SetUpFile): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * The same as a PowerShell script that makes what is missing, through Microsoft Graph and as whoever runs it.
 * It is plain ASCII, as Windows PowerShell reads other letters of a file by the machine's own code page. Each list is made bare and then
 * gets its columns one by one: some sites refuse both in one call (docs-contrib#711), and an interrupted run is completed the same way.
 */
export function setUpScript({ site, lists }: SetUpFile): string {
  const comment = [...words.comment(site), ...lists.map(({ label, urlName, columns }) => `  ${words.listLine(label, urlName, columns.length)}`)];
  const lines = ["<#", ...comment, "#>", ...opening(site), "$lists = @(", ...lists.flatMap(listLines), ")", ...work];
  return lines.map((line) => `${asciiOf(line)}\r\n`).join("");
}

function listLines({ urlName, label, purpose, columns }: ListPlan): readonly string[] {
  return [
    "  @{",
    `    Name = ${quoted(urlName)}`,
    `    Label = ${quoted(label)}`,
    `    Words = ${quotedJson({ displayName: label, description: purpose })}`,
    "    Columns = @(",
    ...columns.map((column) => `      ${quotedJson(column)}`),
    "    )",
    "  }",
  ];
}

/** A literal of PowerShell: nothing in it is expanded, and both kinds of quotation mark that end one are doubled. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, "$&$&")}'`;
}

function quotedJson(value: unknown): string {
  const json = JSON.stringify(value).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return quoted(json);
}

/** Only comments and names that people read still hold other letters here. */
function asciiOf(line: string): string {
  return line.replace(/[\u2018\u2019]/g, "'").replace(/[^\x20-\x7e]/g, "?");
}

function opening(site: string): readonly string[] {
  return [
    "[CmdletBinding()]",
    `param([string] $SiteAddress = ${quoted(site)}, [switch] $ShowOnly)`,
    "",
    "$ErrorActionPreference = 'Stop'",
    "$graph = 'https://graph.microsoft.com/v1.0'",
    "",
  ];
}

const work = `
function Send-Graph([string] $Method, [string] $Address, [string] $Body) {
  $request = @{ Method = $Method; Uri = $Address; OutputType = 'PSObject' }
  if ($Body) { $request.Body = $Body; $request.ContentType = 'application/json' }
  Invoke-MgGraphRequest @request
}

function Get-Everything([string] $Address) {
  while ($Address) {
    $page = Send-Graph 'GET' $Address
    $page.value
    $Address = $page.'@odata.nextLink'
  }
}

function Complete-List($List, $Found) {
  $address = "$graph/sites/$($site.id)/lists/$($Found.id)"
  $there = @(Get-Everything "$($address)/columns?\`$select=name,hidden" | ForEach-Object { $_.name })
  foreach ($column in $List.Columns) {
    $name = ($column | ConvertFrom-Json).name
    if ($there -contains $name) { continue }
    Write-Host "$($List.Label): ${words.adding} $name"
    if (-not $ShowOnly) { Send-Graph 'POST' "$address/columns" $column | Out-Null }
  }
  if ($Found.displayName -eq $List.Name -and -not $ShowOnly) {
    try { Send-Graph 'PATCH' $address $List.Words | Out-Null }
    catch { Write-Host "$($List.Label): ${words.titleTaken}" }
  }
  Write-Host "$($List.Label): ${words.complete}"
}

Connect-MgGraph -Scopes 'Sites.Manage.All' -NoWelcome
$address = [Uri] $SiteAddress
$path = $address.AbsolutePath.TrimEnd('/')
$site = Send-Graph 'GET' $(if ($path) { "$graph/sites/$($address.Host):$path" } else { "$graph/sites/$($address.Host)" })
$standing = @(Get-Everything "$graph/sites/$($site.id)/lists?\`$select=id,name,displayName")
$isWhole = $true
foreach ($list in $lists) {
  try {
    $found = $standing | Where-Object { $_.name -eq $list.Name } | Select-Object -First 1
    if (-not $found) {
      Write-Host "$($list.Label): ${words.making}"
      if ($ShowOnly) { continue }
      $body = '{"displayName":"' + $list.Name + '","list":{"template":"genericList"}}'
      $found = Send-Graph 'POST' "$graph/sites/$($site.id)/lists" $body
    }
    Complete-List $list $found
  }
  catch {
    $isWhole = $false
    Write-Host "$($list.Label): ${words.notDone}. $($_.Exception.Message)"
  }
}
if (-not $ShowOnly) { Write-Host $(if ($isWhole) { '${words.allDone}' } else { '${words.runAgain}' }) }`.split("\n");
