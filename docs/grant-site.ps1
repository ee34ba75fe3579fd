<#
.SYNOPSIS
  Grants the app one site, shows what it was granted there, or takes the grant away. Only for "permissions": "selected".
.EXAMPLE
  ./grant-site.ps1 -TenantId 00000000-0000-4000-8000-000000000002 -AppId 00000000-0000-4000-8000-000000000001 -Site https://northmere.sharepoint.com/sites/projects
.EXAMPLE
  ./grant-site.ps1 -TenantId … -AppId … -Site … -Do remove
.NOTES
  Needs PowerShell 7 and the module Microsoft.Graph.Authentication.
  Whoever runs it consents to Sites.FullControl.All for this session of PowerShell, which only an administrator may. The app never gets it.
#>
param(
  [Parameter(Mandatory)] [guid] $TenantId,
  [Parameter(Mandatory)] [guid] $AppId,
  [Parameter(Mandatory)] [uri] $Site,
  [ValidateSet("grant", "show", "remove")] [string] $Do = "grant",
  [ValidateSet("read", "write")] [string] $Role = "write"
)
$ErrorActionPreference = "Stop"

Connect-MgGraph -TenantId $TenantId -Scopes "Sites.FullControl.All" -NoWelcome
$found = Invoke-MgGraphRequest -Method GET -Uri "/v1.0/sites/$($Site.Host):$($Site.AbsolutePath.TrimEnd('/'))"
$permissions = "/v1.0/sites/$($found.id)/permissions"

function Get-Grants {
  # Graph leaves identities out of the list, so each is read by itself.
  foreach ($one in (Invoke-MgGraphRequest -Method GET -Uri $permissions).value) {
    $whole = Invoke-MgGraphRequest -Method GET -Uri "$permissions/$($one.id)"
    $identities = @($whole.grantedToIdentitiesV2) + @($whole.grantedToIdentities)
    if ($identities.application.id -contains "$AppId") { $whole }
  }
}

switch ($Do) {
  "grant" {
    $body = @{ roles = @($Role); grantedToIdentities = @(@{ application = @{ id = "$AppId"; displayName = "Project Registers" } }) }
    Invoke-MgGraphRequest -Method POST -Uri $permissions -Body ($body | ConvertTo-Json -Depth 5) -ContentType "application/json" | Out-Null
    "Granted $Role on $($found.webUrl)"
  }
  "show" { Get-Grants | ForEach-Object { "$($_.roles -join ', ') on $($found.webUrl)" } }
  "remove" {
    foreach ($grant in @(Get-Grants)) {
      Invoke-MgGraphRequest -Method DELETE -Uri "$permissions/$($grant.id)" | Out-Null
      "Removed $($grant.roles -join ', ') from $($found.webUrl)"
    }
  }
}
