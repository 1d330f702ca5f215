import { equal } from "node:assert/strict";
import { nearest } from "../../src/text/nearest.ts";

function check(name: string, names: readonly string[], expected: string | undefined): void {
  it(`${name} among ${names.join(", ")}`, () => equal(nearest(name, names), expected));
}

describe("The name that was most likely meant", () => {
  check("Bukcet", ["Topic", "Bucket"], "Bucket");
  check("webserver", ["WebServer", "WebServers"], "WebServer");
  check("OrdersTopci", ["OrdersApi", "OrdersTopic"], "OrdersTopic");
  check("OrderTopic", ["OrdersApi", "OrdersTopic"], "OrdersTopic");
  check("OrderesTable", ["OrdersTable"], "OrdersTable");
  check("DbSubnetGroup", ["DBSubnetGroup"], "DBSubnetGroup");
  check("BucketNaem", ["BucketName"], "BucketName");
  check("OrdersTopic", ["OrdersApi"], undefined);
  check("OrdersTopic", ["OrdersTable", "OrdersApi"], undefined);
  check("UserQueue", ["UserTable"], undefined);
  check("MaxBatchingWindow", ["MaxRecords", "MaximumBatchingWindow"], "MaximumBatchingWindow");
  check("SecGroupIds", ["SecurityGroupEgress", "SecurityGroupIds"], "SecurityGroupIds");
  check("MaxBatchWindow", ["MaximumBatchingWindow"], undefined);
  check("OrdersTable", ["OrdersTableOfOld"], undefined);
  check("internal-facing", ["internet-facing", "internal"], "internal");
  check("internet-facin", ["internet-facing", "internet"], "internet-facing");
});
