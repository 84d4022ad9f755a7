using EqAssess.Web.Composition;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddEqAssess();
WebApplication app = builder.Build();
app.UseEqAssess();
await app.PrepareAsync();
await app.RunAsync();
