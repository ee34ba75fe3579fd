import { getMe, getMyPhoto, getPhoto, getUser, listPeople, listUsers } from "../directory/people";
import { deleteFile, getContent, getDrive, getFile, getFilesFolder, listChildren, listDrives, putContent } from "../drives/files";
import { changeColumn, createColumn, deleteColumn, getColumn, listColumns } from "../sharepoint/columns";
import { deltaUnits, getDelta } from "../sharepoint/delta";
import { listItems } from "../sharepoint/item-query";
import { changeFields, changeItem, createItem, deleteItem, getFields, getItem } from "../sharepoint/items";
import { changeList, createList, deleteList, getList, listLists } from "../sharepoint/lists";
import { grantOnSite, listSitePermissions } from "../sharepoint/site-permissions";
import { getGroupSite, getSite, listFollowedSites, listSubsites, searchSites } from "../sharepoint/sites";
import { getVersion, listVersions, restoreVersion } from "../sharepoint/versions";
import { getMessage, listMessages, listReplies, postMessage, postReply } from "../teams/messages";
import { getChannel, getPrimaryChannel, getTeam, listChannels, listJoinedTeams } from "../teams/teams";
import type { Route } from "./router";

const lists = "/sites/{site}/lists";
const list = `${lists}/{list}`;
const columns = `${list}/columns`;
const items = `${list}/items`;
const item = `${items}/{item}`;
const versions = `${item}/versions`;
const channel = "/teams/{team}/channels/{channel}";
const messages = `${channel}/messages`;
const appFolder = "/me/drive/special/approot";

// Units: 1 for one item, 2 for several and for every write (SharePoint: how to avoid getting throttled).
const sharepointRoutes: readonly Route[] = [
  { method: "GET", pattern: "/sites", needs: "findSites", units: 2, run: searchSites },
  { method: "GET", pattern: "/sites/{site}", needs: "readSites", units: 1, run: getSite },
  { method: "GET", pattern: "/sites/{site}/sites", needs: "readSites", units: 2, run: listSubsites },
  { method: "GET", pattern: "/me/followedSites", needs: "findSites", units: 2, run: listFollowedSites },
  { method: "GET", pattern: "/groups/{group}/sites/root", needs: "readSites", units: 1, run: getGroupSite },
  { method: "GET", pattern: "/sites/{site}/permissions", needs: "manageSitePermissions", units: 2, run: listSitePermissions },
  { method: "POST", pattern: "/sites/{site}/permissions", needs: "manageSitePermissions", units: 2, run: grantOnSite },
  { method: "GET", pattern: lists, needs: "readLists", units: 2, run: listLists },
  { method: "POST", pattern: lists, needs: "manageLists", units: 2, run: createList },
  { method: "GET", pattern: list, needs: "readLists", units: 1, run: getList },
  { method: "PATCH", pattern: list, needs: "manageLists", units: 2, run: changeList },
  { method: "DELETE", pattern: list, needs: "manageLists", units: 2, run: deleteList },
  { method: "GET", pattern: columns, needs: "readLists", units: 2, run: listColumns },
  { method: "POST", pattern: columns, needs: "manageLists", units: 2, run: createColumn },
  { method: "GET", pattern: `${columns}/{column}`, needs: "readLists", units: 1, run: getColumn },
  { method: "PATCH", pattern: `${columns}/{column}`, needs: "manageLists", units: 2, run: changeColumn },
  { method: "DELETE", pattern: `${columns}/{column}`, needs: "manageLists", units: 2, run: deleteColumn },
  { method: "GET", pattern: items, needs: "readItems", units: 2, run: listItems },
  { method: "POST", pattern: items, needs: "writeItems", units: 2, run: createItem },
  { method: "GET", pattern: `${items}/delta`, needs: "readItems", units: deltaUnits, run: getDelta },
  { method: "GET", pattern: item, needs: "readItems", units: 1, run: getItem },
  { method: "PATCH", pattern: item, needs: "writeItems", units: 2, run: changeItem },
  { method: "DELETE", pattern: item, needs: "writeItems", units: 2, run: deleteItem },
  { method: "GET", pattern: `${item}/fields`, needs: "readItems", units: 1, run: getFields },
  { method: "PATCH", pattern: `${item}/fields`, needs: "writeItems", units: 2, run: changeFields },
  { method: "GET", pattern: versions, needs: "readItems", units: 2, run: listVersions },
  { method: "GET", pattern: `${versions}/{version}`, needs: "readItems", units: 1, run: getVersion },
  { method: "POST", pattern: `${versions}/{version}/restoreVersion`, needs: "writeItems", units: 2, run: restoreVersion },
];

const directoryRoutes: readonly Route[] = [
  { method: "GET", pattern: "/me", needs: "readMe", units: 0, run: getMe },
  { method: "GET", pattern: "/me/people", needs: "readPeople", units: 0, run: listPeople },
  { method: "GET", pattern: "/me/photo/$value", needs: "readOwnPhoto", units: 0, run: getMyPhoto },
  { method: "GET", pattern: "/users", needs: "readUsers", units: 0, run: listUsers },
  { method: "GET", pattern: "/users/{user}", needs: "readUsers", units: 0, run: getUser },
  { method: "GET", pattern: "/users/{user}/photo/$value", needs: "readPhotos", units: 0, run: getPhoto },
];

const teamsRoutes: readonly Route[] = [
  { method: "GET", pattern: "/me/joinedTeams", needs: "readJoinedTeams", units: 0, run: listJoinedTeams },
  { method: "GET", pattern: "/teams/{team}", needs: "readJoinedTeams", units: 0, run: getTeam },
  { method: "GET", pattern: "/teams/{team}/channels", needs: "readChannels", units: 0, run: listChannels },
  { method: "GET", pattern: channel, needs: "readChannels", units: 0, run: getChannel },
  { method: "GET", pattern: "/teams/{team}/primaryChannel", needs: "readChannels", units: 0, run: getPrimaryChannel },
  { method: "GET", pattern: `${channel}/filesFolder`, needs: "readFilesFolder", units: 1, run: getFilesFolder },
  { method: "GET", pattern: messages, needs: "readChannelMessages", units: 0, run: listMessages },
  { method: "POST", pattern: messages, needs: "sendChannelMessages", units: 0, run: postMessage },
  { method: "GET", pattern: `${messages}/{message}`, needs: "readChannelMessages", units: 0, run: getMessage },
  { method: "GET", pattern: `${messages}/{message}/replies`, needs: "readChannelMessages", units: 0, run: listReplies },
  { method: "POST", pattern: `${messages}/{message}/replies`, needs: "sendChannelMessages", units: 0, run: postReply },
];

const appFolderRoutes: readonly Route[] = [
  { method: "GET", pattern: "/me/drive", needs: "readFiles", units: 1, run: getDrive },
  { method: "GET", pattern: appFolder, needs: "readAppFolder", units: 1, run: getFile },
  { method: "GET", pattern: `${appFolder}/children`, needs: "readAppFolder", units: 2, run: listChildren },
  { method: "GET", pattern: `${appFolder}/{:path}`, needs: "readAppFolder", units: 1, run: getFile },
  { method: "DELETE", pattern: `${appFolder}/{:path}`, needs: "writeAppFolder", units: 2, run: deleteFile },
  { method: "GET", pattern: `${appFolder}/{:path}/content`, needs: "readAppFolder", units: 1, run: getContent },
  { method: "PUT", pattern: `${appFolder}/{:path}/content`, needs: "writeAppFolder", units: 2, run: putContent },
];

/** The same calls on a drive by its id and on a site's own. */
function driveRoutes(drive: string): readonly Route[] {
  return [
    { method: "GET", pattern: drive, needs: "readFiles", units: 1, run: getDrive },
    { method: "GET", pattern: `${drive}/root`, needs: "readFiles", units: 1, run: getFile },
    { method: "GET", pattern: `${drive}/root/children`, needs: "readFiles", units: 2, run: listChildren },
    { method: "GET", pattern: `${drive}/root/{:path}`, needs: "readFiles", units: 1, run: getFile },
    { method: "GET", pattern: `${drive}/root/{:path}/children`, needs: "readFiles", units: 2, run: listChildren },
    { method: "GET", pattern: `${drive}/root/{:path}/content`, needs: "readFiles", units: 1, run: getContent },
    { method: "PUT", pattern: `${drive}/root/{:path}/content`, needs: "writeFiles", units: 2, run: putContent },
    { method: "DELETE", pattern: `${drive}/root/{:path}`, needs: "writeFiles", units: 2, run: deleteFile },
    { method: "GET", pattern: `${drive}/items/{file}`, needs: "readFiles", units: 1, run: getFile },
    { method: "DELETE", pattern: `${drive}/items/{file}`, needs: "writeFiles", units: 2, run: deleteFile },
    { method: "GET", pattern: `${drive}/items/{file}/children`, needs: "readFiles", units: 2, run: listChildren },
    { method: "GET", pattern: `${drive}/items/{file}/content`, needs: "readFiles", units: 1, run: getContent },
    { method: "PUT", pattern: `${drive}/items/{file}/content`, needs: "writeFiles", units: 2, run: putContent },
    { method: "GET", pattern: `${drive}/items/{file}/{:path}`, needs: "readFiles", units: 1, run: getFile },
    { method: "PUT", pattern: `${drive}/items/{file}/{:path}/content`, needs: "writeFiles", units: 2, run: putContent },
  ];
}

/** Everything the tenant answers; what is not here is refused as Graph refuses an unknown address. */
export const routes: readonly Route[] = [
  ...sharepointRoutes,
  ...directoryRoutes,
  ...teamsRoutes,
  ...appFolderRoutes,
  { method: "GET", pattern: "/sites/{site}/drives", needs: "readFiles", units: 2, run: listDrives },
  ...driveRoutes("/drives/{drive}"),
  ...driveRoutes("/sites/{site}/drive"),
];
